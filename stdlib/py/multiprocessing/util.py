"""What is done when a process ends, and the package's logger."""
import atexit
import itertools
import os
import sys

SUBDEBUG = 5
SUBWARNING = 25

_logger = None
_registry = {}  # key -> Finalize
_counter = itertools.count()


class Finalize:
    """A callback for the end of the process, or for an earlier call."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key = (exitpriority, next(_counter))
        self._pid = os.getpid()
        _registry[self._key] = self

    def __call__(self):
        if _registry.pop(self._key, None) is None or self._pid != os.getpid():
            return None
        callback, args, kwargs = self._callback, self._args, self._kwargs
        self._callback = self._args = self._kwargs = None
        return callback(*args, **kwargs)

    def cancel(self):
        _registry.pop(self._key, None)

    def still_active(self):
        return self._key in _registry


def _run_finalizers(minpriority=None):
    """Call the finalizers of at least this priority, the highest first, the latest first among equals."""
    def chosen(key):
        return key[0] is not None and (minpriority is None or key[0] >= minpriority)

    for key in sorted((k for k in list(_registry) if chosen(k)), reverse=True):
        finalizer = _registry.get(key)
        if finalizer is not None:
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()


_exiting = False


def is_exiting():
    return _exiting


def _exit_function():
    global _exiting
    if _exiting:
        return
    _exiting = True
    from . import process
    _run_finalizers(0)
    children = process.active_children()
    for p in children:
        if p.daemon:
            p._popen.send_signal(15)
    for p in children:
        p.join()
    _run_finalizers()


atexit.register(_exit_function)


def _flush_std_streams():
    for stream in sys.stdout, sys.stderr:
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def close_fds(*fds):
    for fd in fds:
        os.close(fd)


def get_logger():
    import logging
    global _logger
    if _logger is None:
        _logger = logging.getLogger('multiprocessing')
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter('[%(levelname)s/%(processName)s] %(message)s'))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger


def _cleanup_tests():
    """Leave nothing behind after a test that started processes."""
    import gc
    _run_finalizers()
    gc.collect()


def _cleanup_tests():
    """What CPython's tests call at their end: no child of theirs is left."""
    from . import process
    for p in process.active_children():
        p.terminate()
        p.join()
