"""Helpers of multiprocessing: finalizers and the state that tests put in order."""
import atexit
import itertools
import os
import weakref

__all__ = ['Finalize', 'is_exiting']

_registry = {}
_order = itertools.count()
_exiting = False


class Finalize:
    """A callback that runs when obj dies, when it is called, or at exit if it has an exit priority."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if obj is None and exitpriority is None:
            raise ValueError('Without object, exitpriority cannot be None')
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key = (exitpriority, next(_order))
        self._pid = os.getpid()
        self._weakref = None if obj is None else weakref.ref(obj, self)
        _registry[self._key] = self

    def __call__(self, wr=None):
        if _registry.pop(self._key, None) is None or self._pid != os.getpid():
            return None
        callback, args, kwargs = self._callback, self._args, self._kwargs
        self._forget()
        return callback(*args, **kwargs)

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = None

    def cancel(self):
        if _registry.pop(self._key, None) is not None:
            self._forget()

    def still_active(self):
        return self._key in _registry


def is_exiting():
    return _exiting


def _run_finalizers(minpriority=None):
    chosen = [key for key in _registry if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    for key in sorted(chosen, reverse=True):
        finalizer = _registry.get(key)
        if finalizer is not None:
            finalizer()


@atexit.register
def _exit_function():
    global _exiting
    if not _exiting:
        _exiting = True
        _run_finalizers()


def _cleanup_tests():
    """Leave nothing behind after a test."""
    import gc
    _run_finalizers()
    gc.collect()
