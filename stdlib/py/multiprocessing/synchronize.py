"""Locks, semaphores, conditions, events and barriers between processes."""
import fcntl
import os
import select
import struct
import threading
import time

from . import context, process, reduction

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event']

SEM_VALUE_MAX = 2147483647


class _Tokens:
    """A counter that can be waited for: the bytes in a pipe that processes share."""

    def __init__(self, value):
        self.r, self.w = os.pipe()
        os.set_blocking(self.r, False)
        if value > 65536:
            fcntl.fcntl(self.w, fcntl.F_SETPIPE_SZ, value)
        for _ in range(value):
            self.put()

    def put(self):
        os.write(self.w, b'.')

    def take(self, block=True, timeout=None):
        if timeout is not None:
            deadline = time.monotonic() + max(timeout, 0)
        while True:
            try:
                os.read(self.r, 1)
                return True
            except BlockingIOError:
                if not block:
                    return False
            left = None if timeout is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                return False
            self._poll().poll(left and left * 1000)

    def _poll(self):
        p = select.poll()
        p.register(self.r, select.POLLIN)
        return p

    def count(self):
        n = bytearray(4)
        fcntl.ioctl(self.r, _FIONREAD, n)
        return struct.unpack('i', n)[0]

    def close(self):
        if self.r is not None:
            os.close(self.r)
            os.close(self.w)
            self.r = None

    def __del__(self):
        try:
            self.close()
        except OSError:
            pass

    def __reduce__(self):
        return _rebuild_tokens, (reduction.DupFd(self.r), reduction.DupFd(self.w))


_FIONREAD = 0x541b


def _rebuild_tokens(r, w):
    t = _Tokens.__new__(_Tokens)
    t.r, t.w = r.detach(), w.detach()
    os.set_inheritable(t.r, False)
    os.set_inheritable(t.w, False)
    return t


class _Counter:
    """A number that processes share and change one at a time."""

    def __init__(self, ctx):
        from .sharedctypes import RawValue
        self._number = RawValue('q', 0)
        self._turn = _Tokens(1)

    def add(self, n):
        self._turn.take()
        try:
            self._number.value = value = self._number.value + n
            return value
        finally:
            self._turn.put()

    @property
    def value(self):
        return self._number.value


class SemLock:
    """What the locks and semaphores share: a count, and how often this thread holds it."""

    def __init__(self, value, maxvalue):
        self._tokens = _Tokens(value)
        self._maxvalue = maxvalue
        self._reset()

    def _reset(self):
        self._count = 0
        self._owner = None

    def __getstate__(self):
        context.assert_spawning(self)
        return self._tokens, self._maxvalue

    def __setstate__(self, state):
        self._tokens, self._maxvalue = state
        self._reset()

    def _is_mine(self):
        return self._count > 0 and self._owner == threading.get_ident()

    def acquire(self, block=True, timeout=None):
        if not self._tokens.take(block, timeout):
            return False
        self._owner = threading.get_ident()
        self._count += 1
        return True

    def release(self):
        if self._maxvalue != SEM_VALUE_MAX and self._tokens.count() >= self._maxvalue:
            raise ValueError('semaphore or lock released too many times')
        self._count -= 1
        self._tokens.put()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def _holder(self):
        """Who holds a lock, for its repr."""
        if self._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != 'MainThread':
                name += '|' + threading.current_thread().name
            return name, self._count
        if self._tokens.count() == 1:
            return 'None', 0
        if self._count > 0:
            return 'SomeOtherThread', 'nonzero'
        return 'SomeOtherProcess', 'nonzero'


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        super().__init__(value, SEM_VALUE_MAX)

    def get_value(self):
        return self._tokens.count()

    def __repr__(self):
        return '<%s(value=%s)>' % (type(self).__name__, self._tokens.count())


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, value, value)

    def __repr__(self):
        return '<%s(value=%s, maxvalue=%s)>' % (type(self).__name__, self._tokens.count(), self._maxvalue)


class Lock(SemLock):
    def __init__(self, *, ctx):
        super().__init__(1, 1)

    def __repr__(self):
        return '<%s(owner=%s)>' % (type(self).__name__, self._holder()[0])


class RLock(SemLock):
    def __init__(self, *, ctx):
        super().__init__(1, 1)

    def acquire(self, block=True, timeout=None):
        if self._is_mine():
            self._count += 1
            return True
        return super().acquire(block, timeout)

    def release(self):
        if not self._is_mine():
            raise AssertionError('attempt to release recursive lock not owned by thread')
        if self._count > 1:
            self._count -= 1
        else:
            self._owner = None
            super().release()

    def __repr__(self):
        return '<%s(%s, %s)>' % (type(self).__name__, *self._holder())


class Condition:
    """Waiters announce themselves by a token; each notification is one token that a waiter takes."""

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping = _Tokens(0)
        self._wakeups = _Tokens(0)
        self._woken = _Tokens(0)
        self._methods()

    def _methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping, self._wakeups, self._woken

    def __setstate__(self, state):
        self._lock, self._sleeping, self._wakeups, self._woken = state
        self._methods()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __repr__(self):
        return '<%s(%s, %s)>' % (type(self).__name__, self._lock, self._sleeping.count())

    def wait(self, timeout=None):
        assert self._lock._is_mine(), 'must acquire() condition before using wait()'
        self._sleeping.put()
        held = self._lock._count
        for _ in range(held):
            self._lock.release()
        try:
            return self._wakeups.take(True, timeout)
        finally:
            self._woken.put()
            for _ in range(held):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._is_mine(), 'lock is not owned'
        # Waiters that gave up have said so, and take their announcements with them.
        while self._woken.take(False):
            self._sleeping.take(False)
        awaited = 0
        while awaited < n and self._sleeping.take(False):
            self._wakeups.put()
            awaited += 1
        for _ in range(awaited):
            self._woken.take()
        while self._wakeups.take(False):  # meant for one that gave up meanwhile
            pass

    def notify_all(self):
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = _Tokens(0)

    def is_set(self):
        with self._cond:
            return self._flag.count() > 0

    def set(self):
        with self._cond:
            if not self._flag.count():
                self._flag.put()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.take(False)

    def wait(self, timeout=None):
        with self._cond:
            if not self._flag.count():
                self._cond.wait(timeout)
            return self._flag.count() > 0

    def __repr__(self):
        return '<%s at %#x %s>' % (type(self).__qualname__, id(self), 'set' if self.is_set() else 'unset')


def _shared_number(index):
    def get(self):
        return self._numbers[index]

    def set(self, value):
        self._numbers[index] = value
    return property(get, set)


class Barrier(threading.Barrier):
    """threading's barrier, its numbers in memory that processes share."""

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        from .sharedctypes import RawArray
        self.__setstate__((parties, action, timeout, ctx.Condition(), RawArray('i', 3)))

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._numbers = state

    def __getstate__(self):
        return self._parties, self._action, self._timeout, self._cond, self._numbers

    _round, _arrived, _outcomes = map(_shared_number, range(3))
