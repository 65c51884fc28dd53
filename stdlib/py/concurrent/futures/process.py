"""ProcessPoolExecutor, which runs calls in processes."""

import itertools
import multiprocessing
import multiprocessing.queues
import os
import threading
import weakref
from concurrent.futures import _base

_executors = weakref.WeakSet()
_global_shutdown = False


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    for e in list(_executors):
        e.shutdown()


threading._register_atexit(_python_exit)


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class BrokenProcessPool(_base.BrokenExecutor):
    """Raised when a process of the pool ended before its call did."""


def _check_system_limits():
    """Raise NotImplementedError where semaphores are too few: never here."""


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')
        if mp_context is None:
            mp_context = multiprocessing.get_context('spawn' if max_tasks_per_child is not None else None)
        elif max_tasks_per_child is not None and mp_context.get_start_method(allow_none=False) == 'fork':
            raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                             'supply a different mp_context.')
        self._mp_context = mp_context
        self._max_workers = max_workers
        self._options = initializer, initargs, max_tasks_per_child
        self._crew = None
        self._broken = False
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._pending = set()

    @property
    def _processes(self):
        return {w.process.pid: w.process for w in self._crew.workers} if self._crew else {}

    def _start_crew(self):
        from multiprocessing.crew import Crew
        initializer, initargs, max_tasks = self._options
        self._crew = Crew(self._mp_context, self._max_workers, self._on_result, self._on_death, initializer, initargs, max_tasks,
                          self._on_start, _RemoteTraceback)
        self._crew.start()
        _executors.add(self)

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _global_shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            if self._crew is None:
                self._start_crew()
            f = _base.Future()
            self._pending.add(f)
            self._crew.submit(f, (fn, args, kwargs))
            return f

    submit.__doc__ = _base.Executor.submit.__doc__

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        calls = zip(*iterables)
        chunks = iter(lambda: tuple(itertools.islice(calls, chunksize)), ())
        return _flattened(super().map(_Chunk(fn), chunks, timeout=timeout))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown_thread = True
            crew = self._crew
        if crew is None:
            return
        if cancel_futures:
            for f in crew.discard(lambda task: True):
                self._pending.discard(f)
                f.cancel()
                f.set_running_or_notify_cancel()
        crew.close()
        if wait and threading.current_thread() is not crew.thread:
            crew.join()
        self._crew = None if wait else crew

    # Called in the crew's thread.

    def _on_start(self, f):
        if f.set_running_or_notify_cancel():
            return True
        self._pending.discard(f)
        return False

    def _on_result(self, f, ok, value):
        self._pending.discard(f)
        if ok:
            f.set_result(value)
        else:
            f.set_exception(value)

    def _on_death(self, f):
        """A process ended by itself: all that is not done fails, and no other one is started."""
        with self._shutdown_lock:
            first = not self._broken
            self._broken = 'A child process terminated abruptly, the process pool is not usable anymore'
            pending, self._pending = self._pending, set()
        for f in pending:
            if not f.done():
                f.set_exception(BrokenProcessPool('A process in the process pool was terminated abruptly while the future was '
                                                  'running or pending.'))
        if first and self._crew is not None:
            self._crew.terminate()
        return False


class _Chunk:
    """The function of map(), for several calls at a time."""

    def __init__(self, fn):
        self.fn = fn

    def __call__(self, calls):
        return [self.fn(*args) for args in calls]


def _flattened(chunks):
    for chunk in chunks:
        chunk.reverse()
        while chunk:
            yield chunk.pop()
