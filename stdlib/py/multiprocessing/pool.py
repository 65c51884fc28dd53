"""Pool, which applies functions to many arguments in processes or threads."""
import collections
import itertools
import os
import queue
import threading
import time

from . import context, util
from .context import TimeoutError
from .crew import Crew, ExceptionWithTraceback, RemoteTraceback

__all__ = ['Pool', 'ThreadPool']

INIT, RUN, CLOSE, TERMINATE = 'INIT', 'RUN', 'CLOSE', 'TERMINATE'


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


class MaybeEncodingError(Exception):
    """A result that cannot be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return '<%s: %s>' % (type(self).__name__, self)


RemoteTraceback.__module__ = __name__


class Pool:
    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._ctx = context or _default_context()
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError('maxtasksperchild must be a positive int or None')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        self._jobs = itertools.count()
        self._state = RUN
        self._crew = self._make_crew(initializer, initargs, maxtasksperchild)
        self._crew.start()
        self._terminate = util.Finalize(self, self._crew.terminate, exitpriority=15)

    def _make_crew(self, initializer, initargs, max_tasks):
        return Crew(self._ctx, self._processes, _deliver, lambda task: True, initializer, initargs, max_tasks,
                    rename=lambda name: name.replace('Process', 'PoolWorker'))

    @property
    def _pool(self):
        return [w.process for w in self._crew.workers]

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} state={self._state} pool_size={len(self._crew.workers)}>'

    def _check_running(self):
        if self._state != RUN:
            raise ValueError('Pool not running')

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._crew.submit((result, 0), (func, args, kwds))
        return result

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, '__len__'):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), self._processes * 4)
            if extra:
                chunksize += 1
        chunks = list(_chunks(iterable, chunksize)) if len(iterable) else []
        result = MapResult(self, chunksize, len(iterable), len(chunks), callback, error_callback)
        for i, chunk in enumerate(chunks):
            self._crew.submit((result, i), (mapper, ((func, chunk),), {}))
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError('Chunksize must be 1+, not {0:n}'.format(chunksize))
        result = kind(self)
        threading.Thread(target=self._feed, args=(result, func, iterable, chunksize), daemon=True).start()
        if chunksize == 1:
            return result
        return (item for chunk in result for item in chunk)

    def _feed(self, result, func, iterable, chunksize):
        """Submit the calls of imap() while the iterable gives arguments."""
        n = 0
        try:
            if chunksize == 1:
                for n, x in enumerate(iterable, 1):
                    self._crew.submit((result, n - 1), (func, (x,), {}))
            else:
                for n, chunk in enumerate(_chunks(iterable, chunksize), 1):
                    self._crew.submit((result, n - 1), (mapstar, ((func, chunk),), {}))
        except Exception as e:
            result._set(n, (False, e))
            n += 1
        result._set_length(n)

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            self._crew.close()

    def terminate(self):
        self._state = TERMINATE
        self._terminate()

    def join(self):
        if self._state == RUN:
            raise ValueError('Pool is still running')
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError('In unknown state')
        self._crew.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *exc):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')


def _default_context():
    return context._default_context.get_context()


def _deliver(task, ok, value):
    result, i = task
    result._set(i, (ok, value))


def _chunks(iterable, size):
    it = iter(iterable)
    while chunk := tuple(itertools.islice(it, size)):
        yield chunk


class ApplyResult:
    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._callback, self._error_callback = callback, error_callback

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError('{0!r} not ready'.format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        if not self._event.wait(timeout):
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, i, obj):
        self._success, self._value = obj
        self._end()

    def _end(self):
        callback = self._callback if self._success else self._error_callback
        if callback:
            callback(self._value)
        self._event.set()
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, chunks, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize, self._left = chunksize, chunks
        if not chunks:
            self._event.set()

    def _set(self, i, obj):
        success, result = obj
        self._left -= 1
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = result
        elif self._success:
            self._success, self._value = False, result
        if not self._left:
            self._end()


class IMapIterator:
    """Results in the order of the arguments."""

    def __init__(self, pool):
        self._cond = threading.Condition(threading.Lock())
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._early = {}

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items and self._index != self._length:
                self._cond.wait_for(lambda: self._items or self._index == self._length, timeout)
            if not self._items:
                if self._index == self._length:
                    raise StopIteration
                raise TimeoutError
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, i, obj):
        with self._cond:
            self._early[i] = obj
            while self._index in self._early:
                self._items.append(self._early.pop(self._index))
                self._index += 1
            self._cond.notify()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            self._cond.notify()


class IMapUnorderedIterator(IMapIterator):
    """Results as they come."""

    def _set(self, i, obj):
        with self._cond:
            self._items.append(obj)
            self._index += 1
            self._cond.notify()


class _Threads:
    """A crew of threads."""

    def __init__(self, size, initializer, initargs):
        self._queue = queue.SimpleQueue()
        self._start = initializer, initargs
        self.workers = [threading.Thread(target=self._work, daemon=True) for _ in range(size)]

    def start(self):
        for t in self.workers:
            t.start()

    def _work(self):
        initializer, initargs = self._start
        if initializer is not None:
            initializer(*initargs)
        while (item := self._queue.get()) is not None:
            task, (func, args, kwds) = item
            try:
                outcome = True, func(*args, **kwds)
            except Exception as e:
                outcome = False, e
            _deliver(task, *outcome)
        self._queue.put(None)

    def submit(self, task, call):
        self._queue.put((task, call))

    def close(self):
        self._queue.put(None)

    def terminate(self):
        try:
            while True:
                self._queue.get_nowait()
        except queue.Empty:
            pass
        self.close()

    def join(self):
        for t in self.workers:
            t.join()


class ThreadPool(Pool):
    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _make_crew(self, initializer, initargs, max_tasks):
        return _Threads(self._processes, initializer, initargs)
