"""Contexts: the package's functions for one way of starting processes.

A child is always a new interpreter. The method 'fork' gives it the main program's definitions and the values of its
global names, as far as they can be pickled; the others run the main program once more, as the module __mp_main__.
"""
import os

from . import process

__all__ = ()


class ProcessError(Exception):
    pass


class AuthenticationError(ProcessError):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


def _made_by(module, name):
    """A method of contexts that makes an object of a class in a submodule."""
    def method(self, *args, **kwds):
        from importlib import import_module
        return getattr(import_module('multiprocessing.' + module), name)(*args, ctx=self.get_context(), **kwds)
    method.__name__ = name
    method.__qualname__ = 'BaseContext.' + name
    return method


class BaseContext:
    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)

    def cpu_count(self):
        number = os.cpu_count()
        if number is None:
            raise NotImplementedError('cannot determine number of cpus')
        return number

    def Manager(self):
        from .managers import SyncManager
        m = SyncManager(ctx=self.get_context())
        m.start()
        return m

    def Pipe(self, duplex=True):
        from .connection import Pipe
        return Pipe(duplex)

    Lock = _made_by('synchronize', 'Lock')
    RLock = _made_by('synchronize', 'RLock')
    Condition = _made_by('synchronize', 'Condition')
    Semaphore = _made_by('synchronize', 'Semaphore')
    BoundedSemaphore = _made_by('synchronize', 'BoundedSemaphore')
    Event = _made_by('synchronize', 'Event')
    Barrier = _made_by('synchronize', 'Barrier')
    SimpleQueue = _made_by('queues', 'SimpleQueue')

    def Queue(self, maxsize=0):
        from .queues import Queue
        return Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        from .queues import JoinableQueue
        return JoinableQueue(maxsize, ctx=self.get_context())

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        from .pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        from .sharedctypes import RawValue
        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        from .sharedctypes import RawArray
        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        from .sharedctypes import Value
        return Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        from .sharedctypes import Array
        return Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        pass

    def get_logger(self):
        from .util import get_logger
        return get_logger()

    def log_to_stderr(self, level=None):
        from .util import log_to_stderr
        return log_to_stderr(level)

    def allow_connection_pickling(self):
        pass

    def set_executable(self, executable):
        from .spawn import set_executable
        set_executable(executable)

    def set_forkserver_preload(self, module_names):
        pass

    def get_context(self, method=None):
        if method is None:
            return self
        try:
            return _concrete_contexts[method]
        except KeyError:
            raise ValueError('cannot find context for %r' % method) from None

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError('cannot set start method of concrete context')

    @property
    def reducer(self):
        from . import reduction
        return reduction

    def _check_available(self):
        pass


class Process(process.BaseProcess):
    _start_method = None

    @staticmethod
    def _Popen(process_obj):
        return _default_context.get_context().Process._Popen(process_obj)


class DefaultContext(BaseContext):
    Process = Process

    def __init__(self, context):
        self._default_context = context
        self._actual_context = None

    def get_context(self, method=None):
        if method is not None:
            return super().get_context(method)
        if self._actual_context is None:
            self._actual_context = self._default_context
        return self._actual_context

    def set_start_method(self, method, force=False):
        if self._actual_context is not None and not force:
            raise RuntimeError('context has already been set')
        self._actual_context = None if method is None and force else self.get_context(method)

    def get_start_method(self, allow_none=False):
        if self._actual_context is None:
            if allow_none:
                return None
            self._actual_context = self._default_context
        return self._actual_context._name

    def get_all_start_methods(self):
        return list(_concrete_contexts)


def _context(method):
    prefix = {'fork': 'Fork', 'spawn': 'Spawn', 'forkserver': 'ForkServer'}[method]

    def popen(process_obj):
        from .popen_spawn import Popen
        return Popen(process_obj, method)

    process_class = type(prefix + 'Process', (process.BaseProcess,), {
        '_start_method': method, '_Popen': staticmethod(popen), '__module__': __name__})
    context_class = type(prefix + 'Context', (BaseContext,), {'_name': method, 'Process': process_class, '__module__': __name__})
    return process_class, context_class


ForkProcess, ForkContext = _context('fork')
SpawnProcess, SpawnContext = _context('spawn')
ForkServerProcess, ForkServerContext = _context('forkserver')

_concrete_contexts = {'fork': ForkContext(), 'spawn': SpawnContext(), 'forkserver': ForkServerContext()}
_default_context = DefaultContext(_concrete_contexts['fork'])


def get_spawning_popen():
    from .reduction import spawning
    return spawning()


def assert_spawning(obj):
    if get_spawning_popen() is None:
        raise RuntimeError('%s objects should only be shared between processes through inheritance' % type(obj).__name__)
