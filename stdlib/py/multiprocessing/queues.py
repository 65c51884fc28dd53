"""Queues between processes."""
import collections
import os
import threading
import time
from queue import Empty, Full

from . import connection, context, synchronize, util
from .reduction import ForkingPickler

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']

_SENTINEL = object()


class Queue:
    """A queue whose put() never waits for the reader: a thread writes what has been put."""

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            maxsize = synchronize.SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()
        self._size = synchronize._Counter(ctx)
        self._room = synchronize._Tokens(maxsize) if maxsize != synchronize.SEM_VALUE_MAX else None
        self._opid = os.getpid()
        self._reset()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._size, self._room, self._opid

    def __setstate__(self, state):
        self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._size, self._room, self._opid = state
        self._reset()

    def _reset(self):
        self._notempty = threading.Condition(threading.Lock())
        self._buffer = collections.deque()
        self._thread = None
        self._joincancelled = False
        self._closed = False
        self._join = None

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        if self._room is not None and not self._room.take(block, timeout):
            raise Full
        self._count()
        with self._notempty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._notempty.notify()

    def _count(self):
        self._size.add(1)

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        if block and timeout is None:
            with self._rlock:
                data = self._reader.recv_bytes()
        else:
            deadline = time.monotonic() + timeout if block else None
            if not self._rlock.acquire(block, timeout):
                raise Empty
            try:
                left = deadline - time.monotonic() if block else 0
                if not self._reader.poll(max(left, 0)):
                    raise Empty
                data = self._reader.recv_bytes()
            finally:
                self._rlock.release()
        self._size.add(-1)
        if self._room is not None:
            self._room.put()
        return ForkingPickler.loads(data)

    def qsize(self):
        return self._size.value

    def empty(self):
        return not self._reader.poll()

    def full(self):
        return self._room is not None and self._room.count() == 0

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        self._closed = True
        if self._thread is not None:
            with self._notempty:
                self._buffer.append(_SENTINEL)
                self._notempty.notify()

    def join_thread(self):
        assert self._closed, 'Queue %r not closed' % (self,)
        if self._join is not None:
            self._join()

    def cancel_join_thread(self):
        self._joincancelled = True
        if self._join is not None:
            self._join.cancel()

    def _start_thread(self):
        self._thread = threading.Thread(target=self._feed, name='QueueFeederThread', daemon=True)
        self._thread.start()
        if not self._joincancelled:
            self._join = util.Finalize(self, self._finish, exitpriority=-5)

    def _finish(self):
        if not self._closed:
            self.close()
        self._thread.join()

    def _feed(self):
        while True:
            with self._notempty:
                while not self._buffer:
                    self._notempty.wait()
                obj = self._buffer.popleft()
            if obj is _SENTINEL:
                self._reader.close()
                self._writer.close()
                return
            try:
                data = ForkingPickler.dumps(obj)
            except Exception as e:
                if self._room is not None:
                    self._room.put()
                self._size.add(-1)
                self._on_queue_feeder_error(e, obj)
                continue
            try:
                with self._wlock:
                    self._writer.send_bytes(data)
            except BrokenPipeError:
                return

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        import traceback
        traceback.print_exc()


class JoinableQueue(Queue):
    """A queue that can be waited for until all that was put has been dealt with."""

    def __init__(self, maxsize=0, *, ctx):
        super().__init__(maxsize, ctx=ctx)
        self._unfinished = synchronize._Counter(ctx)
        self._cond = ctx.Condition()

    def __getstate__(self):
        return super().__getstate__(), self._unfinished, self._cond

    def __setstate__(self, state):
        own, self._unfinished, self._cond = state
        super().__setstate__(own)

    def _count(self):
        with self._cond:
            super()._count()
            self._unfinished.add(1)

    def task_done(self):
        with self._cond:
            if self._unfinished.value == 0:
                raise ValueError('task_done() called too many times')
            if self._unfinished.add(-1) == 0:
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if self._unfinished.value:
                self._cond.wait()


class SimpleQueue:
    """A pipe with a lock at each end."""

    def __init__(self, *, ctx):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._reader.poll()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer, self._rlock, self._wlock

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state

    def get(self):
        with self._rlock:
            data = self._reader.recv_bytes()
        return ForkingPickler.loads(data)

    def put(self, obj):
        data = ForkingPickler.dumps(obj)
        with self._wlock:
            self._writer.send_bytes(data)
