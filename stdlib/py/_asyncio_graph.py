"""asyncio.graph of Python 3.14: who awaits whom."""
__name__ = 'asyncio.graph'

import dataclasses
import sys
import types

from asyncio import events, futures, tasks
from asyncio.graph import _awaiters_of, _generator_of


@dataclasses.dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    frame: types.FrameType


@dataclasses.dataclass(frozen=True, slots=True)
class FutureCallGraph:
    future: futures.Future
    call_stack: tuple["FrameCallGraphEntry", ...]
    awaited_by: tuple["FutureCallGraph", ...]


def _check(future):
    if not isinstance(future, futures.Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")


def _limited(stack, limit):
    """The entries of a stack, innermost first, that a limit leaves: positive, the outermost; negative, the innermost."""
    if limit is None:
        return tuple(stack)
    if limit == 0:
        return ()
    return tuple(stack[-limit:] if limit > 0 else stack[:-limit])


def _awaiting_frames(coro):
    """The frames of a suspended coroutine and of what it awaits, outermost first."""
    while coro is not None:
        for frame, awaits in ("cr_frame", "cr_await"), ("ag_frame", "ag_await"):
            if hasattr(coro, awaits):
                break
        else:
            return
        if (f := getattr(coro, frame)) is not None:
            yield FrameCallGraphEntry(f)
        coro = getattr(coro, awaits)


def _running_frames(frame):
    """The frames of the current task, innermost first, down to that of its coroutine."""
    while frame is not None:
        yield FrameCallGraphEntry(frame)
        back = frame.f_back
        if _generator_of(frame) is not None and back is not None and _generator_of(back) is None:
            return
        frame = back


def _awaiters(future, limit):
    return tuple(_suspended(w, limit) for w in _awaiters_of(future))


def _suspended(future, limit):
    _check(future)
    get_coro = getattr(future, "get_coro", None)
    stack = list(_awaiting_frames(get_coro())) if get_coro and limit != 0 else []
    return FutureCallGraph(future, _limited(stack[::-1], limit), _awaiters(future, limit))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph of the current task, or of a future: its stack, and that of whoever awaits it."""
    loop = events._get_running_loop()
    if future is not None:
        if loop is None or future is not tasks.current_task(loop=loop):
            return _suspended(future, limit)
    elif loop is None:
        raise RuntimeError("call_graph() is called outside of a running event loop and no *future* to introspect was provided")
    else:
        future = tasks.current_task(loop=loop)
    if future is None:
        return None
    _check(future)
    stack = list(_running_frames(sys._getframe(depth))) if limit != 0 else []
    return FutureCallGraph(future, _limited(stack, limit), _awaiters(future, limit))


def _frame_line(frame):
    owner = _generator_of(frame)
    kind = ""
    if owner is not None:
        kind = "async " if hasattr(owner, "cr_code") else "async generator " if hasattr(owner, "ag_code") else "generator "
    code = frame.f_code
    return f"  |   File {code.co_filename!r}, line {frame.f_lineno}, in {kind}{code.co_qualname}()"


def _lines(graph, level=0):
    future, indent = graph.future, "    " * level
    name = f"Task(name={future.get_name()!r}, " if isinstance(future, tasks.Task) else "Future("
    yield f"{indent}* {name}id={id(future):#x})"
    if graph.call_stack:
        yield indent + "  + Call stack:"
        for entry in graph.call_stack:
            yield indent + _frame_line(entry.frame)
    if graph.awaited_by:
        yield indent + "  + Awaited by:"
        for waiter in graph.awaited_by:
            yield from _lines(waiter, level + 1)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph as text; "" outside of tasks."""
    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    return "" if graph is None else "\n".join(_lines(graph))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Print the call graph of the current task, or of a future."""
    print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
