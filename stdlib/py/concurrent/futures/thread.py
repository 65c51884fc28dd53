"""ThreadPoolExecutor."""

import itertools
import posix
import threading
from collections import deque
from concurrent.futures import _base

_threads = {}         # worker -> its executor's queue
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _python_exit():
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    items = list(_threads.items())
    for t, q in items:
        q.put(None)
    for t, q in items:
        t.join()


threading._register_atexit(_python_exit)


class _Queue:
    """An unbounded queue whose get() can wait."""

    def __init__(self):
        self._items = deque()
        self._count = threading.Semaphore(0)

    def put(self, item):
        self._items.append(item)
        self._count.release()

    def get(self):
        self._count.acquire()
        return self._items.popleft()

    def get_nowait(self):
        if not self._count.acquire(False):
            return _EMPTY
        return self._items.popleft()

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items


_EMPTY = object()


class _WorkItem:
    """A call that waits for a thread."""

    __slots__ = "future", "call"

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.call = fn, args, kwargs

    def run(self):
        future = self.future
        if not future.set_running_or_notify_cancel():
            return
        fn, args, kwargs = self.call
        try:
            result = fn(*args, **kwargs)
        except BaseException as exc:
            future.set_exception(exc)
            # The exception's traceback holds this frame.
            self = future = None
        else:
            future.set_result(result)


def _worker(executor, work_queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base.LOGGER.critical("Exception in initializer:", exc_info=True)
            executor._initializer_failed()
            return
    try:
        while True:
            item = work_queue.get_nowait()
            if item is _EMPTY:
                executor._idle_semaphore.release()
                item = work_queue.get()
            if item is not None:
                item.run()
                del item
                continue
            if _shutdown or executor._shutdown:
                executor._shutdown = True
                work_queue.put(None)    # for the next worker
                return
    except BaseException:
        _base.LOGGER.critical("Exception in worker", exc_info=True)


class BrokenThreadPool(_base.BrokenExecutor):
    """An initializer failed."""


class ThreadPoolExecutor(_base.Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (posix.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = _Queue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or "ThreadPoolExecutor-%d" % self._counter()
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            f = _base.Future()
            self._work_queue.put(_WorkItem(f, fn, args, kwargs))
            self._adjust_thread_count()
            return f

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        num_threads = len(self._threads)
        if num_threads < self._max_workers:
            name = "%s_%d" % (self._thread_name_prefix or self, num_threads)
            t = threading.Thread(name=name, target=_worker, args=(self, self._work_queue, self._initializer, self._initargs))
            t._daemonic = True    # _python_exit joins it
            t.start()
            self._threads.add(t)
            _threads[t] = self._work_queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            while True:
                item = self._work_queue.get_nowait()
                if item is _EMPTY:
                    break
                if item is not None:
                    item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    item = self._work_queue.get_nowait()
                    if item is _EMPTY:
                        break
                    if item is not None:
                        item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for t in self._threads:
                t.join()
                _threads.pop(t, None)
