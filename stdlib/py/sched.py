"""A scheduler of calls at given times."""
import heapq
import itertools
import threading
import time
from collections import namedtuple

__all__ = ['scheduler']

_sentinel = object()


class Event(namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')):
    __slots__ = ()


class scheduler:
    """timefunc gives the time, delayfunc waits for a span of it."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._queue = []
        self._lock = threading.RLock()
        self._numbers = itertools.count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        with self._lock:
            event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _sentinel else kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Make the calls as they are due. Without blocking: those due now; the result is the time to the next one."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event, now = self._queue[0], self.timefunc()
                due = event.time <= now
                if due:
                    heapq.heappop(self._queue)
            if due:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)  # let other threads run
            elif not blocking:
                return event.time - now
            else:
                self.delayfunc(event.time - now)

    @property
    def queue(self):
        with self._lock:
            return sorted(self._queue)
