"""Parts of asyncio's internals that are used seldom: stacks of tasks, selectors, staggered_race."""
__name__ = 'asyncio.base_tasks'

import sys

from asyncio import events, exceptions, tasks, locks

_is_coroutine = object()


def _is_debug_mode():
    import os
    return sys.flags.dev_mode or not sys.flags.ignore_environment and bool(os.environ.get('PYTHONASYNCIODEBUG'))


def load_into(module, name):
    """Run the source of a part of asyncio in the namespace of a public module."""
    import _frozen_importlib
    own = module.__name__
    exec(_frozen_importlib.FrozenImporter.get_code(name), module.__dict__)
    module.__name__ = own


def print_stack(task, limit, file):
    import linecache
    import traceback
    entries, seen = [], set()
    for frame in task.get_stack(limit=limit):
        code, number = frame.f_code, frame.f_lineno
        if code.co_filename not in seen:
            seen.add(code.co_filename)
            linecache.checkcache(code.co_filename)
        line = linecache.getline(code.co_filename, number, frame.f_globals)
        entries.append((code.co_filename, number, code.co_name, line))
    error = task._exception
    if not entries:
        print(f'No stack for {task!r}', file=file)
    elif error is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    traceback.print_list(entries, file=file)
    if error is not None:
        for line in traceback.format_exception_only(error.__class__, error):
            print(line, file=file, end='')


def _task_get_stack(task, limit):
    return task.get_stack(limit=limit)


_task_print_stack = print_stack


def _future_repr(future):
    return f'<{future.__class__.__name__} {" ".join(_future_repr_info(future))}>'


def _future_repr_info(future):
    import reprlib
    info = [future._state.lower()]
    if future._state == 'FINISHED':
        if future._exception is not None:
            info.append(f'exception={future._exception!r}')
        else:
            info.append(f'result={reprlib.repr(future._result)}')
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    if future._source_traceback:
        frame = future._source_traceback[-1]
        info.append(f'created at {frame[0]}:{frame[1]}')
    return info


def _format_callbacks(callbacks):
    shown = [_format_callback_source(cb, ()) for cb, context in callbacks[:1] + callbacks[1:][-1:]]
    if len(callbacks) > 2:
        shown.insert(1, f'<{len(callbacks) - 2} more>')
    return f'cb=[{", ".join(shown)}]'


def _task_repr_info(task):
    from asyncio import coroutines
    info = _future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = 'cancelling'
    info.insert(1, 'name=%r' % task.get_name())
    if task._fut_waiter is not None:
        info.insert(2, f'wait_for={task._fut_waiter!r}')
    if task._coro:
        info.insert(2, f'coro=<{coroutines._format_coroutine(task._coro)}>')
    return info


def _task_repr(task):
    return f'<{task.__class__.__name__} {" ".join(_task_repr_info(task))}>'


def _get_function_source(func):
    import functools
    import inspect
    func = inspect.unwrap(func)
    if inspect.isfunction(func):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    if isinstance(func, (functools.partial, functools.partialmethod)):
        return _get_function_source(func.func)
    return None


def _format_callback_source(func, args, *, debug=False):
    text = _format_callback(func, args, None, debug=debug)
    source = _get_function_source(func)
    return f'{text} at {source[0]}:{source[1]}' if source else text


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    import reprlib
    if not debug:
        # They may be secret.
        return '()'
    items = [reprlib.repr(a) for a in args or ()]
    items.extend(f'{k}={reprlib.repr(v)}' for k, v in (kwargs or {}).items())
    return f'({", ".join(items)})'


def _format_callback(func, args, kwargs, *, debug=False, suffix=''):
    import functools
    if isinstance(func, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    text = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return text + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix


def extract_stack(f=None, limit=None):
    import traceback
    if f is None:
        f = sys._getframe().f_back
    if limit is None:
        limit = 10
    stack = traceback.StackSummary.extract(traceback.walk_stack(f), limit=limit, lookup_lines=False)
    stack.reverse()
    return stack


# -- selectors set on a loop from outside --------------------------------------------


def own_selector(loop):
    """The selector object that shows what the loop's own poller watches."""
    import selectors

    class LoopSelector(selectors.BaseSelector):
        def register(self, fileobj, events, data=None):
            raise RuntimeError('the loop polls by itself: use add_reader and add_writer')

        unregister = register

        def select(self, timeout=None):
            return []

        def get_key(self, fileobj):
            fd = selectors._fileobj_to_fd(fileobj)
            try:
                return self.get_map()[fd]
            except KeyError:
                raise KeyError(f'{fileobj!r} is not registered') from None

        def get_map(self):
            return {fd: selectors.SelectorKey(fd, fd, events, data) for fd, events, data in loop._watched()}

    return LoopSelector()


def selector_add(loop, selector, fd, write, handle):
    import selectors
    event = selectors.EVENT_WRITE if write else selectors.EVENT_READ
    key = selector.get_map().get(fd)
    if key is None:
        selector.register(fd, event, (None, handle) if write else (handle, None))
        return handle
    reader, writer = key.data
    selector.modify(fd, key.events | event, (reader, handle) if write else (handle, writer))
    old = writer if write else reader
    if old is not None:
        old.cancel()
    return handle


def selector_remove(loop, selector, fd, write):
    import selectors
    event = selectors.EVENT_WRITE if write else selectors.EVENT_READ
    key = selector.get_map().get(fd)
    if key is None:
        return False
    reader, writer = key.data
    mask = key.events & ~event
    if not mask:
        selector.unregister(fd)
    else:
        selector.modify(fd, mask, (reader, None) if write else (None, writer))
    old = writer if write else reader
    if old is None:
        return False
    old.cancel()
    return True


def close_self_pipe(loop):
    loop._remove_reader(loop._ssock.fileno())
    loop._ssock.close()
    loop._ssock = None
    loop._csock.close()
    loop._csock = None


def read_from_self(loop, sock):
    """Take what is in the self-pipe."""
    while True:
        try:
            data = sock.recv(4096)
            if not data:
                return
            loop._process_self_data(data)
        except InterruptedError:
            continue
        except BlockingIOError:
            return


def write_to_self(loop, sock):
    """Wake the loop through its self-pipe; one that is full wakes it as well."""
    try:
        sock.send(b'\0')
    except OSError:
        if loop._debug:
            from asyncio import log
            log.logger.debug('Fail to write a null byte into the self-pipe socket', exc_info=True)


def process_events(loop, event_list):
    import selectors
    for key, mask in event_list:
        fileobj, (reader, writer) = key.fileobj, key.data
        if mask & selectors.EVENT_READ and reader is not None:
            if reader._cancelled:
                loop._remove_reader(fileobj)
            else:
                loop._add_callback(reader)
        if mask & selectors.EVENT_WRITE and writer is not None:
            if writer._cancelled:
                loop._remove_writer(fileobj)
            else:
                loop._add_callback(writer)


__name__ = 'asyncio.base_events'


async def shutdown_asyncgens(self):
    """Close the asynchronous generators that are still alive."""
    self._asyncgens_shutdown_called = True
    alive = self._take_asyncgens()
    if not alive:
        return
    results = await tasks.gather(*[agen.aclose() for agen in alive], return_exceptions=True)
    for result, agen in zip(results, alive):
        if isinstance(result, Exception):
            self.call_exception_handler({
                'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                'exception': result,
                'asyncgen': agen,
            })


__name__ = 'asyncio.staggered'


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start the coroutine functions one after the other, delay seconds apart or when the last one failed; the first
    that succeeds wins and the others are cancelled. Returns (result, index, exceptions)."""
    loop = loop or events.get_running_loop()
    pending = enumerate(coro_fns)
    winner_result = winner_index = None
    errors = []
    running = []

    async def attempt(ok_to_start, previous_failed):
        await ok_to_start.wait()
        if previous_failed is not None:
            try:
                await tasks.wait_for(previous_failed.wait(), delay)
            except exceptions.TimeoutError:
                pass
        try:
            this_index, coro_fn = next(pending)
        except StopIteration:
            return
        this_failed, next_may_start = locks.Event(), locks.Event()
        follower = loop.create_task(attempt(next_may_start, this_failed))
        running.append(follower)
        next_may_start.set()
        errors.append(None)
        assert len(errors) == this_index + 1
        try:
            result = await coro_fn()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            errors[this_index] = exc
            this_failed.set()
        else:
            nonlocal winner_index, winner_result
            assert winner_index is None
            winner_index, winner_result = this_index, result
            me = tasks.current_task()
            for task in running:
                if task is not me:
                    task.cancel()

    may_start = locks.Event()
    first = loop.create_task(attempt(may_start, None))
    running.append(first)
    may_start.set()
    interrupted = None
    try:
        done_count = 0
        while done_count != len(running):
            try:
                done, _ = await tasks.wait(running)
            except exceptions.CancelledError as exc:
                interrupted = exc
                for task in running:
                    task.cancel(*exc.args)
                continue
            done_count = len(done)
        if interrupted is not None:
            raise interrupted
        return winner_result, winner_index, errors
    finally:
        del errors, interrupted


__name__ = 'asyncio.proactor_events'

from asyncio import base_events


class BaseProactorEventLoop(base_events.BaseEventLoop):
    """The loop of Windows' completion ports, which exist on Windows only."""

    def __init__(self, proactor):
        raise NotImplementedError('the proactor event loop is for Windows')

    async def sock_recv(self, sock, n):
        raise NotImplementedError
