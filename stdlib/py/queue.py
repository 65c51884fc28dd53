"""A multi-producer, multi-consumer queue."""

import threading
from collections import deque
from heapq import heappush, heappop
from time import monotonic as time
from types import GenericAlias

__all__ = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    """Exception raised by Queue.get(block=0)/get_nowait()."""


Empty.__module__ = '_queue'


class Full(Exception):
    'Exception raised by Queue.put(block=0)/put_nowait().'


class ShutDown(Exception):
    '''Raised when put/get with shut-down queue.'''


def _wait(condition, blocked, timeout, error):
    """Wait on condition while blocked() is true; raise error when timeout seconds have passed."""
    if timeout is None:
        while blocked():
            condition.wait()
    elif timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    else:
        end = time() + timeout
        while blocked():
            remaining = end - time()
            if remaining <= 0.0:
                raise error
            condition.wait(remaining)


class Queue:
    '''Create a queue object with a given maximum size. If maxsize is <= 0, the queue size is infinite.'''

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks, self.is_shutdown = 0, False
        # One lock guards everything; the conditions share it.
        lock = self.mutex = threading.Lock()
        self.not_empty, self.not_full, self.all_tasks_done = (threading.Condition(lock) for _ in range(3))
        self._init(maxsize)

    def task_done(self):
        '''Indicate that a formerly enqueued task is complete.

        Raises a ValueError if called more times than there were items placed in the queue.
        '''
        with self.all_tasks_done:
            if self.unfinished_tasks <= 0:
                raise ValueError('task_done() called too many times')
            self.unfinished_tasks -= 1
            if not self.unfinished_tasks:
                self.all_tasks_done.notify_all()

    def join(self):
        '''Blocks until all items in the Queue have been gotten and processed.'''
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        '''Return the approximate size of the queue (not reliable!).'''
        with self.mutex:
            return self._qsize()

    def empty(self):
        '''Return True if the queue is empty, False otherwise (not reliable!).'''
        with self.mutex:
            return not self._qsize()

    def full(self):
        '''Return True if the queue is full, False otherwise (not reliable!).'''
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        '''Put an item into the queue, waiting for a free slot if block is true, at most timeout seconds.'''
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                else:
                    _wait(self.not_full, lambda: self._qsize() >= self.maxsize and not self.is_shutdown, timeout, Full)
                    if self.is_shutdown:
                        raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        '''Remove and return an item from the queue, waiting for one if block is true, at most timeout seconds.'''
        with self.not_empty:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if not block:
                if not self._qsize():
                    raise Empty
            else:
                _wait(self.not_empty, lambda: not self._qsize() and not self.is_shutdown, timeout, Empty)
                if self.is_shutdown and not self._qsize():
                    raise ShutDown
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        '''Put an item into the queue without blocking.'''
        return self.put(item, block=False)

    def get_nowait(self):
        '''Remove and return an item from the queue without blocking.'''
        return self.get(block=False)

    def shutdown(self, immediate=False):
        '''Shut-down the queue, making queue gets and puts raise ShutDown.

        By default, gets will only raise once the queue is empty. Set 'immediate' to True to make gets raise now.
        '''
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                for _ in range(self._qsize()):
                    self._get()
                    self.unfinished_tasks -= self.unfinished_tasks > 0
                self.all_tasks_done.notify_all()
            for waiting in (self.not_empty, self.not_full):
                waiting.notify_all()

    # Subclasses keep the items in another order; these are called with the lock held.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(GenericAlias)


class PriorityQueue(Queue):
    '''Variant of Queue that retrieves open entries in priority order (lowest first).

    Entries are typically tuples of the form:  (priority number, data).
    '''

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    '''Variant of Queue that retrieves most recently added entries first.'''

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    '''Simple, unbounded FIFO queue.'''

    def __init__(self):
        self._queue = deque()
        self._count = threading.Semaphore(0)

    def put(self, item, block=True, timeout=None):
        '''Put the item on the queue. It never blocks: block and timeout are for compatibility with Queue.put().'''
        self._queue.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        '''Remove and return an item from the queue, waiting for one if block is true, at most timeout seconds.'''
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout if block else None):
            raise Empty
        return self._queue.popleft()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        '''Return True if the queue is empty, False otherwise (not reliable!).'''
        return len(self._queue) == 0

    def qsize(self):
        '''Return the approximate size of the queue (not reliable!).'''
        return len(self._queue)

    __class_getitem__ = classmethod(GenericAlias)


_PySimpleQueue = SimpleQueue
SimpleQueue.__module__ = '_queue'
