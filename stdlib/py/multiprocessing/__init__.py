"""What programs ask of multiprocessing about this process and this machine. Starting processes that run Python
functions needs os.fork() or the pickling of functions into a new interpreter, which are not available; each such name
raises NotImplementedError that says so.
"""
import os
import sys

__all__ = ['AuthenticationError', 'BufferTooShort', 'ProcessError', 'TimeoutError', 'active_children', 'allow_connection_pickling',
           'cpu_count', 'current_process', 'freeze_support', 'get_all_start_methods', 'get_context', 'get_start_method',
           'parent_process', 'set_start_method']


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


class _MainProcess:
    name = 'MainProcess'
    daemon = False
    exitcode = None

    @property
    def ident(self):
        return os.getpid()

    pid = ident

    def is_alive(self):
        return True

    def __repr__(self):
        return f"<_MainProcess name={self.name!r} parent=None started>"


_main = _MainProcess()
_START_METHODS = ('fork', 'spawn', 'forkserver')


def cpu_count():
    number = os.cpu_count()
    if number is None:
        raise NotImplementedError('cannot determine number of cpus')
    return number


def current_process():
    return _main


def parent_process():
    return None


def active_children():
    return []


def freeze_support():
    """Nothing to do outside of frozen Windows programs."""


def allow_connection_pickling():
    """Nothing to do: there are no connections."""


def get_all_start_methods():
    return []


def get_start_method(allow_none=False):
    return None if allow_none else 'spawn'


def set_start_method(method, force=False):
    get_context(method)


def get_context(method=None):
    if method is not None and method not in _START_METHODS:
        raise ValueError(f'cannot find context for {method!r}')
    return sys.modules[__name__]


def __getattr__(name):
    if name in _MISSING:
        raise NotImplementedError(f'multiprocessing.{name} is not available in pyasync; use threads, asyncio or subprocess')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


_MISSING = frozenset('''Array Barrier BoundedSemaphore Condition Event JoinableQueue Lock Manager Pipe Pool Process Queue RLock
RawArray RawValue Semaphore SimpleQueue Value get_logger log_to_stderr set_executable set_forkserver_preload reducer'''.split())
