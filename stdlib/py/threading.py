"""Threads, and the objects with which they wait for each other."""

import sys as _sys
import _thread
from collections import deque as _deque
from _thread import LockType, TIMEOUT_MAX, _ExceptHookArgs as ExceptHookArgs, _local as local, allocate_lock, get_ident, get_native_id, stack_size
from time import monotonic as _time

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock",
           "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
           "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace",
           "setprofile_all_threads", "settrace_all_threads", "get_native_id"]

ThreadError = _thread.error
Lock = LockType
_allocate_lock = allocate_lock

_active = {}          # ident -> running thread
_limbo = {}           # threads that are starting
_active_limbo_lock = _thread.RLock()
_dangling = set()
_profile_hook = None
_trace_hook = None


def _shown(obj, what):
    """The repr of an object that has nothing but its state to show."""
    cls = type(obj)
    return f"<{cls.__module__}.{cls.__qualname__} at {id(obj):#x}: {what}>"


def _deprecated(name, function, advice):
    """function under its old name, which warns."""
    def renamed(*args, **kwargs):
        import warnings
        warnings.warn(f"{name}() is deprecated, {advice} instead", DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)
    renamed.__name__ = renamed.__qualname__ = name
    return renamed


_CRLock = _thread.RLock


def RLock(*args, **kwargs):
    """A lock that its owner may take again."""
    return (_CRLock or _PyRLock)(*args, **kwargs)


class _RLock:
    """RLock in terms of Lock: who has it, and how many times."""

    def __init__(self):
        self._block = _allocate_lock()
        self._owner, self._count = None, 0

    def __repr__(self):
        cls = type(self)
        state = "locked" if self._block.locked() else "unlocked"
        owner = _active[self._owner].name if self._owner in _active else self._owner
        return f"<{state} {cls.__module__}.{cls.__qualname__} object owner={owner!r} count={self._count} at {id(self):#x}>"

    def _is_owned(self):
        return self._owner == get_ident()

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def acquire(self, blocking=True, timeout=-1):
        if self._is_owned():
            self._count += 1
            return True
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner, self._count = get_ident(), 1
        return taken

    def release(self):
        if not self._is_owned():
            raise RuntimeError("cannot release un-acquired lock")
        if self._count > 1:
            self._count -= 1
        else:
            self._release_save()

    __enter__ = acquire

    def __exit__(self, t, v, tb):
        self.release()

    # What Condition asks for: to give the lock up at once, and take it again as it was.

    def _release_save(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._owner, self._count
        self._owner, self._count = None, 0
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._owner, self._count = state

    def _at_fork_reinit(self):
        self._block._at_fork_reinit()
        self._owner, self._count = None, 0


_PyRLock = _RLock


class Condition:
    """Lets threads wait until another notifies them. Each waits for a lock of its own, which notify() releases."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self._waiters = _deque()
        self.acquire, self.release = lock.acquire, lock.release
        # What a lock can do itself, it does better than the methods below.
        for name in ("_is_owned", "_release_save", "_acquire_restore"):
            method = getattr(lock, name, None)
            if method is not None:
                setattr(self, name, method)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        # Of a plain lock is only known whether it is free.
        free = self._lock.acquire(False)
        if free:
            self._lock.release()
        return not free

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _forget(self, waiter):
        try:
            self._waiters.remove(waiter)
        except ValueError:
            # The other side was faster.
            pass

    def wait(self, timeout=None):
        """Give the lock up until notified, or for timeout seconds; returns whether notified."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            else:
                notified = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
        finally:
            self._acquire_restore(state)
            if not notified:
                self._forget(waiter)
        return notified

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true, or timeout seconds passed; returns the last result of predicate."""
        result = predicate()
        if result:
            return result
        deadline = None if timeout is None else _time() + timeout
        while True:
            self.wait(timeout)
            result = predicate()
            if result:
                return result
            if deadline is not None:
                timeout = deadline - _time()
                if timeout <= 0:
                    return result

    def notify(self, n=1):
        """Wake n waiting threads."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while n > 0 and self._waiters:
            waiter = self._waiters[0]
            try:
                waiter.release()
                n -= 1
            except RuntimeError:
                # A notify() that was interrupted here has released it.
                pass
            self._forget(waiter)

    def notify_all(self):
        """Wake all waiting threads."""
        self.notify(len(self._waiters))

    notifyAll = _deprecated("notifyAll", notify_all, "use notify_all()")


class Semaphore:
    """A counter of permits: acquire() waits while there are none."""

    # How many permits there may be.
    _limit = float("inf")

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._cond = Condition(Lock())

    def __repr__(self):
        return _shown(self, f"value={self._value}")

    def _has_permits(self):
        return self._value > 0

    def acquire(self, blocking=True, timeout=None):
        """Take a permit, waiting for it up to timeout seconds if blocking; returns whether there was one."""
        if timeout is not None and not blocking:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if self._value == 0 and not (blocking and self._cond.wait_for(self._has_permits, timeout)):
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        """Give n permits back."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._limit:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A Semaphore that may not be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._limit = self._initial_value = value

    def __repr__(self):
        return _shown(self, f"value={self._value}/{self._initial_value}")


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._flag = False
        self._cond = Condition(Lock())

    def __repr__(self):
        return _shown(self, "set" if self._flag else "unset")

    def is_set(self):
        """Return the flag."""
        return self._flag

    isSet = _deprecated("isSet", is_set, "use is_set()")

    def set(self):
        """Set the flag, and wake all that wait for it."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        """Reset the flag."""
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is set, or for timeout seconds; returns whether it was set."""
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    """The barrier is broken, or was reset while the thread waited."""


class Barrier:
    """Lets a fixed number of threads wait until all have arrived. The last one calls action.

    A thread waits for the end of the round in which it arrived. So the next round can fill while the threads of this one
    are still waking up. What there is to know are three numbers: barriers of processes keep them in shared memory.
    """

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties, self._action, self._timeout = parties, action, timeout
        self._cond = Condition(Lock())
        # How many rounds are over, how many threads have arrived in this one (-1 if it is broken), and in bit i whether
        # all arrived in the i-th round before this one; else it was reset.
        self._round = self._arrived = self._outcomes = 0

    def __repr__(self):
        return _shown(self, "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}")

    def wait(self, timeout=None):
        """Wait for the others; returns a different number to each thread of a round."""
        with self._cond:
            if self.broken:
                raise BrokenBarrierError
            index, number = self._arrived, self._round
            self._arrived += 1
            try:
                if self._arrived == self._parties:
                    self._pass()
                elif not self._cond.wait_for(lambda: self._round != number or self.broken,
                                             self._timeout if timeout is None else timeout):
                    self._break()
            except BaseException:
                # An interrupted thread has not arrived.
                if self._round == number and not self.broken:
                    self._arrived -= 1
                raise
            since = self._round - number
            if not since or not self._outcomes >> since - 1 & 1:
                raise BrokenBarrierError
            return index

    def _pass(self):
        try:
            if self._action:
                self._action()
        except BaseException:
            self._break()
            raise
        self._end_round(True)

    def _break(self):
        # Nobody may arrive any more, so there is no next round until reset().
        self._arrived = -1
        self._cond.notify_all()

    def _end_round(self, passed):
        self._outcomes = (self._outcomes << 1 | passed) & 0x3FFFFFFF
        self._round += 1
        self._arrived = 0
        self._cond.notify_all()

    def reset(self):
        """Empty the barrier; those that wait get BrokenBarrierError."""
        with self._cond:
            self._end_round(False)

    def abort(self):
        """Break the barrier: those that wait, and will, get BrokenBarrierError."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many threads the barrier waits for."""
        return self._parties

    @property
    def n_waiting(self):
        """How many threads wait."""
        return max(self._arrived, 0)

    @property
    def broken(self):
        """Whether the barrier is broken."""
        return self._arrived < 0


_counter = 0


def _newname(name_template):
    global _counter
    _counter += 1
    return name_template % _counter


def _new_thread_name(target):
    name = _newname("Thread-%d")
    called = getattr(target, "__name__", None)
    return name if called is None else f"{name} ({called})"


def _attribute(name, doc):
    """A property of an initialized thread, kept in the attribute name."""
    def get(self):
        assert self._initialized, "Thread.__init__() not called"
        return getattr(self, name)
    return property(get, doc=doc)


class Thread:
    """A thread of control, running run() or target(*args, **kwargs)."""

    # What a subclass that does not call __init__ has.
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._name = str(name) if name else _new_thread_name(target)
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = None
        self._started = Event()
        self._handle = _thread._ThreadHandle()
        self._invoke_excepthook = None
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        if self._handle.is_done():
            status = "stopped"
        else:
            status = "started" if self._started.is_set() else "initial"
        daemon = " daemon" if self._daemonic else ""
        ident = "" if self._ident is None else f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status}{daemon}{ident})>"

    def start(self):
        """Start the thread; returns when it runs."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        with _active_limbo_lock:
            _limbo[self] = self
        try:
            _thread.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self.daemon)
        except Exception:
            with _active_limbo_lock:
                del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        """What the thread does: call target. What it was called with is dropped at the end."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _adopt_calling_thread(self):
        """Become the object of the thread that calls this."""
        self._ident, self._native_id = get_ident(), get_native_id()
        self._started.set()
        with _active_limbo_lock:
            _active[self._ident] = self
            _limbo.pop(self, None)

    def _bootstrap(self):
        try:
            self._adopt_calling_thread()
            for install, hook in ((_sys.settrace, _trace_hook), (_sys.setprofile, _profile_hook)):
                if hook:
                    install(hook)
            _thread._guarded(self.run)
        except SystemExit:
            pass
        except BaseException:
            _call_excepthook(self)
        finally:
            with _active_limbo_lock:
                _active.pop(get_ident(), None)

    def join(self, timeout=None):
        """Wait until the thread ends, or for timeout seconds."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        self._handle.join(timeout if timeout is None else max(timeout, 0))

    def is_alive(self):
        """Return whether the thread runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    ident = _attribute("_ident", "The thread's number, None before start().")
    native_id = _attribute("_native_id", "The system's number of the thread, None before start().")
    name = _attribute("_name", "The thread's name, which means nothing.")
    daemon = _attribute("_daemonic", "Whether the program may end while the thread runs.")

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    isDaemon = _deprecated("isDaemon", daemon.fget, "get the daemon attribute")
    setDaemon = _deprecated("setDaemon", daemon.fset, "set the daemon attribute")
    getName = _deprecated("getName", name.fget, "get the name attribute")
    setName = _deprecated("setName", name.fset, "set the name attribute")


def excepthook(args, /):
    """Report an exception that ended a thread."""
    exc_type, exc_value, exc_traceback, thread = args
    if exc_type == SystemExit:
        return
    stderr = _sys.stderr if _sys is not None else None
    if stderr is None:
        return
    name = thread.name if thread is not None else get_ident()
    import traceback
    print(f"Exception in thread {name}:", file=stderr, flush=True)
    traceback.print_exception(exc_type, exc_value, exc_traceback, file=stderr)
    stderr.flush()


_excepthook = excepthook
__excepthook__ = excepthook


def _call_excepthook(thread):
    exc_type, exc_value, exc_traceback = _sys.exc_info()
    # The frames of this module are none of the program's.
    while exc_traceback is not None and exc_traceback.tb_frame.f_globals is globals() and exc_traceback.tb_next is not None:
        exc_traceback = exc_traceback.tb_next
    hook = excepthook
    args = ExceptHookArgs([exc_type, exc_value, exc_traceback, thread])
    try:
        if hook is None:
            _excepthook(args)
        else:
            hook(args)
    except Exception as exc:
        print("Exception in threading.excepthook:", file=_sys.stderr, flush=True)
        _sys.excepthook(type(exc), exc, exc.__traceback__)


class Timer(Thread):
    """Calls a function after some seconds, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = [] if args is None else args, {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Do not call the function, if it is not too late."""
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._started.set()
        self._ident = _thread._get_main_thread_ident()
        self._native_id = get_native_id()
        with _active_limbo_lock:
            _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that was not started by this module."""

    def __init__(self):
        super().__init__(name=_newname("Dummy-%d"), daemon=True)
        self._adopt_calling_thread()

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def current_thread():
    """The Thread object of the calling thread."""
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


currentThread = _deprecated("currentThread", current_thread, "use current_thread()")


def active_count():
    with _active_limbo_lock:
        return len(_active) + len(_limbo)


activeCount = _deprecated("activeCount", active_count, "use active_count()")


def enumerate():
    with _active_limbo_lock:
        return list(_active.values()) + list(_limbo.values())


def main_thread():
    return _main_thread


def settrace(func):
    global _trace_hook
    _trace_hook = func


def settrace_all_threads(func):
    settrace(func)
    _sys.settrace(func)


def gettrace():
    return _trace_hook


def setprofile(func):
    global _profile_hook
    _profile_hook = func


def setprofile_all_threads(func):
    setprofile(func)
    _sys.setprofile(func)


def getprofile():
    return _profile_hook


_threading_atexits = []
_SHUTTING_DOWN = False


def _register_atexit(func, *arg, **kwargs):
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(lambda: func(*arg, **kwargs))


def _shutdown():
    """Wait for the threads that are no daemons; the interpreter calls this at its end."""
    global _SHUTTING_DOWN
    if _SHUTTING_DOWN:
        return
    _SHUTTING_DOWN = True
    for atexit_call in reversed(_threading_atexits):
        atexit_call()
    while True:
        with _active_limbo_lock:
            alive = [t for t in list(_active.values()) + list(_limbo.values())
                     if not t.daemon and t is not _main_thread and t._ident != get_ident()]
        if not alive:
            break
        for thread in alive:
            thread._started.wait()
            thread._handle.join()


_main_thread = None
_active[_thread._get_main_thread_ident()] = None


class _Boot:
    daemon = False


_active[_thread._get_main_thread_ident()] = _Boot
if get_ident() != _thread._get_main_thread_ident():
    _active[get_ident()] = _Boot
_main_thread = _MainThread()
_main_thread._handle = type("_MainHandle", (), {"is_done": staticmethod(lambda: False), "join": staticmethod(lambda timeout=None: None)})()
if get_ident() != _main_thread._ident:
    del _active[get_ident()]
