"""What asyncio had in Python 3.4 to 3.10 and has no more: put in place by the option --legacy.

Everything works as it did and warns with a DeprecationWarning.
"""
import asyncio
import functools
import inspect
import types
import warnings

from asyncio import coroutines, events, exceptions, futures, locks, queues, streams, subprocess, tasks
from _asyncio_helpers import _is_coroutine


def _warn(text, level=3):
    warnings.warn(text, DeprecationWarning, level)


def _coroutine_of(result):
    """Wait for what a decorated function that is no generator has returned, if it can be waited for."""
    if asyncio.isfuture(result) or inspect.isgenerator(result):
        return (yield from result)
    if inspect.isawaitable(result):
        return (yield from result.__await__())
    return result


def coroutine(func):
    _warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead')
    if inspect.iscoroutinefunction(func):
        return func
    if inspect.isgeneratorfunction(func):
        made = func
    else:
        @functools.wraps(func)
        def made(*args, **kwds):
            return (yield from _coroutine_of(func(*args, **kwds)))
    made = types.coroutine(made)
    made._is_coroutine = _is_coroutine
    return made


# The parameter loop.

def _warn_loop(loop, level=4):
    if loop is not None:
        _warn('The loop argument is deprecated since Python 3.8, and scheduled for removal in Python 3.10.', level)


def _accept_loop(original, prepare=None):
    """A function that takes loop= besides; prepare changes the positional arguments for it."""
    @functools.wraps(original)
    def function(*args, loop=None, **kwds):
        if loop is not None:
            _warn_loop(loop)
            if prepare is not None:
                args = prepare(loop, *args)
        return original(*args, **kwds)

    if inspect.iscoroutinefunction(original):
        inspect.markcoroutinefunction(function)
    return function


def _all_to_futures(loop, *aws):
    return [tasks.ensure_future(aw, loop=loop) for aw in aws]


def _first_to_future(loop, aw, *rest):
    return [tasks.ensure_future(aw, loop=loop), *rest]


def _first_to_futures(loop, aws, *rest):
    return [[tasks.ensure_future(aw, loop=loop) for aw in aws], *rest]


class _StandIn(type):
    """A class in the place of an original one, whose instances count as its own."""

    def __instancecheck__(cls, obj):
        return isinstance(obj, cls._original) if '_original' in cls.__dict__ else type.__instancecheck__(cls, obj)

    def __subclasscheck__(cls, other):
        return issubclass(other, cls._original) if '_original' in cls.__dict__ else type.__subclasscheck__(cls, other)


def _stand_in(original, **names):
    names.update(__module__=original.__module__, __doc__=original.__doc__, __qualname__=original.__qualname__, _original=original)
    return _StandIn(original.__name__, (original,), names)


def _init_with_loop(original):
    def __init__(self, *args, loop=None, **kwds):
        _warn_loop(loop)
        original.__init__(self, *args, **kwds)
    return __init__


# "with (yield from lock)" and "with await lock", gone in 3.9.

class _LockContext:
    def __init__(self, lock):
        self._lock = lock

    def __enter__(self):
        return None

    def __exit__(self, *exc):
        self._lock.release()


@types.coroutine
def _acquire_by_yield(self):
    _warn("'with (yield from lock)' is deprecated use 'async with lock' instead")
    yield from self.acquire()
    return _LockContext(self)


async def _acquire(lock):
    await lock.acquire()
    return _LockContext(lock)


def _acquire_by_await(self):
    _warn("'with await lock' is deprecated use 'async with lock' instead")
    return _acquire(self).__await__()


def _enter(self):
    raise RuntimeError('"yield from" should be used as context manager expression')


def _exit(self, *exc):
    pass


# Task.all_tasks() and Task.current_task(), gone in 3.9.

def _task_all_tasks(cls, loop=None):
    _warn('Task.all_tasks() is deprecated, use asyncio.all_tasks() instead')
    return tasks.all_tasks(loop or asyncio.get_event_loop())


def _task_current_task(cls, loop=None):
    _warn('Task.current_task() is deprecated, use asyncio.current_task() instead')
    return tasks.current_task(loop or asyncio.get_event_loop())


def _async(coro_or_future, *, loop=None):
    _warn('asyncio.async() function is deprecated, use ensure_future()')
    return tasks.ensure_future(coro_or_future, loop=loop)


class _Names:
    """Where a name has to be replaced: the package and the submodule that defines it."""

    def __init__(self, module):
        self.places = [asyncio, module]

    def put(self, name, value):
        for m in self.places:
            setattr(m, name, value)


_PREPARE = {'gather': _all_to_futures, 'shield': _first_to_future, 'wait_for': _first_to_future, 'as_completed': _first_to_futures}
_STREAM_FUNCTIONS = 'open_connection', 'start_server', 'open_unix_connection', 'start_unix_server'


def apply():
    """Change the running interpreter's asyncio."""
    events._allow_legacy()
    _Names(coroutines).put('coroutine', coroutine)
    tasks.coroutine = coroutine
    asyncio.__all__ = (*asyncio.__all__, 'coroutine')
    for name in 'sleep', 'gather', 'wait', 'wait_for', 'shield', 'as_completed':
        _Names(tasks).put(name, _accept_loop(getattr(tasks, name), _PREPARE.get(name)))
    for module, names in (streams, _STREAM_FUNCTIONS), (subprocess, ('create_subprocess_exec', 'create_subprocess_shell')):
        for name in names:
            _Names(module).put(name, _accept_loop(getattr(module, name)))
    for name in 'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore':
        original = getattr(locks, name)
        more = {} if name == 'Event' else dict(__iter__=_acquire_by_yield, __await__=_acquire_by_await, __enter__=_enter, __exit__=_exit)
        _Names(locks).put(name, _stand_in(original, __init__=_init_with_loop(original), **more))
    for name in 'Queue', 'PriorityQueue', 'LifoQueue':
        original = getattr(queues, name)
        _Names(queues).put(name, _stand_in(original, __init__=_init_with_loop(original)))
    _Names(queues).put('JoinableQueue', queues.Queue)
    _Names(tasks).put('Task', _stand_in(tasks.Task, all_tasks=classmethod(_task_all_tasks), current_task=classmethod(_task_current_task)))
    _Names(tasks).put('async', _async)
    for name in 'CancelledError', 'InvalidStateError', 'TimeoutError':
        setattr(futures, name, getattr(exceptions, name))
    streams.IncompleteReadError = exceptions.IncompleteReadError
