"""Allow asyncio's loop to run inside itself: after apply(), asyncio.run() and run_until_complete() work while a loop runs."""
import asyncio
import asyncio.events
import asyncio.futures
import asyncio.tasks
from contextlib import suppress

__all__ = ['apply']


class _Family(type):
    """The class of Future and Task: instances of the accelerated classes are theirs, too."""

    def __instancecheck__(cls, obj):
        return isinstance(obj, cls.__base__)

    def __subclasscheck__(cls, other):
        return issubclass(other, cls.__base__)


class Future(asyncio.Future, metaclass=_Family):
    __module__ = 'asyncio.futures'


class Task(asyncio.Task, metaclass=_Family):
    __module__ = 'asyncio.tasks'


def apply(loop=None):
    """Patch asyncio; loop (the current one if None) has to be a loop of asyncio."""
    _patch_asyncio()
    if loop is None:
        loop = asyncio.get_event_loop()
    if not isinstance(loop, asyncio.BaseEventLoop):
        raise ValueError('Can\'t patch loop of type %s' % type(loop))


def run(main, *, debug=False):
    loop = asyncio.get_event_loop()
    loop.set_debug(debug)
    task = asyncio.ensure_future(main)
    try:
        return loop.run_until_complete(task)
    finally:
        if not task.done():
            task.cancel()
            with suppress(asyncio.CancelledError):
                loop.run_until_complete(task)


def _get_event_loop(stacklevel=3):
    return asyncio.events._get_running_loop() or asyncio.events.get_event_loop_policy().get_event_loop()


def _patch_asyncio():
    if hasattr(asyncio, '_nest_patched'):
        return
    asyncio.events._allow_nesting(Future, Task)
    asyncio.tasks.Task = asyncio.tasks._CTask = asyncio.tasks._PyTask = asyncio.Task = Task
    asyncio.futures.Future = asyncio.futures._CFuture = asyncio.futures._PyFuture = asyncio.Future = Future
    asyncio.events._get_event_loop = asyncio.events.get_event_loop = asyncio.get_event_loop = _get_event_loop
    asyncio.run = run
    asyncio._nest_patched = True
