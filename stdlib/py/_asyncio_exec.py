"""Executors and threads for asyncio: run_in_executor, to_thread, run_coroutine_threadsafe, wrap_future.

Loaded at first use; the functions with a `self` are methods of BaseEventLoop.
"""
__name__ = 'asyncio.futures'

import concurrent.futures
import contextvars
import functools
import threading

from asyncio import events, exceptions, futures, tasks, timeouts, coroutines

# -- futures of both kinds ---------------------------------------------------------


def _set_concurrent_future_state(concurrent, source):
    """Copy the outcome of an asyncio future to a concurrent one."""
    assert source.done()
    if source.cancelled():
        concurrent.cancel()
    if not concurrent.set_running_or_notify_cancel():
        return
    error = source.exception()
    if error is None:
        concurrent.set_result(source.result())
    else:
        concurrent.set_exception(_convert_future_exc(error))


def _convert_future_exc(exc):
    kinds = {
        concurrent.futures.CancelledError: exceptions.CancelledError,
        concurrent.futures.InvalidStateError: exceptions.InvalidStateError,
    }
    kind = kinds.get(type(exc))
    return exc if kind is None else kind(*exc.args).with_traceback(exc.__traceback__)


def _copy_future_state(source, dest):
    """Copy the outcome of a future to an asyncio future that is not cancelled."""
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    error = source.exception()
    if error is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_convert_future_exc(error))


def _set_state(future, other):
    if futures.isfuture(future):
        _copy_future_state(other, future)
    else:
        _set_concurrent_future_state(future, other)


def _chain_future(source, destination):
    """Make destination end as source does, and cancel source when destination is cancelled."""
    for which, fut in (('source', source), ('destination', destination)):
        if not futures.isfuture(fut) and not isinstance(fut, concurrent.futures.Future):
            raise TypeError('A future is required for %s argument' % which)
    source_loop = futures._get_loop(source) if futures.isfuture(source) else None
    dest_loop = futures._get_loop(destination) if futures.isfuture(destination) else None

    def destination_done(destination):
        if not destination.cancelled():
            return
        if source_loop is None or source_loop is dest_loop:
            source.cancel()
        else:
            source_loop.call_soon_threadsafe(source.cancel)

    def source_done(source):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            _set_state(destination, source)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(_set_state, destination, source)

    destination_done.__qualname__ = '_chain_future.<locals>._call_check_cancel'
    source_done.__qualname__ = '_chain_future.<locals>._call_set_state'
    destination.add_done_callback(destination_done)
    source.add_done_callback(source_done)


def wrap_future(future, *, loop=None):
    """Wrap a concurrent.futures.Future in an asyncio one."""
    if futures.isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), \
        f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    futures._chain_future(future, wrapped)
    return wrapped


__name__ = 'asyncio.tasks'


def run_coroutine_threadsafe(coro, loop):
    """Submit a coroutine to a loop that runs in another thread."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    future = concurrent.futures.Future()

    def start():
        try:
            futures._chain_future(tasks.ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    start.__qualname__ = 'run_coroutine_threadsafe.<locals>.callback'
    loop.call_soon_threadsafe(start)
    return future


__name__ = 'asyncio.threads'


async def to_thread(func, /, *args, **kwargs):
    """Run a function in a thread of the default executor, with the current context."""
    loop = events.get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(None, functools.partial(context.run, func, *args, **kwargs))


# -- methods of BaseEventLoop ----------------------------------------------------------

__name__ = 'asyncio.base_events'


def run_in_executor(self, executor, func, *args):
    self._check_closed()
    if self._debug:
        self._check_callback(func, 'run_in_executor')
    if executor is None:
        executor = self._default_executor
        self._check_default_executor()
        if executor is None:
            executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix='asyncio')
            self._default_executor = executor
    return futures.wrap_future(executor.submit(func, *args), loop=self)


def set_default_executor(self, executor):
    if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
        raise TypeError('executor must be ThreadPoolExecutor instance')
    self._default_executor = executor


async def shutdown_default_executor(self, timeout=None):
    """Wait for the threads of the default executor, up to timeout seconds."""
    self._executor_shutdown_called = True
    if self._default_executor is None:
        return
    future = self.create_future()
    thread = threading.Thread(target=self._do_shutdown, args=(future,))
    thread.start()
    try:
        async with timeouts.timeout(timeout):
            await future
    except TimeoutError:
        import warnings
        warnings.warn('The executor did not finishing joining '
                      f'its threads within {timeout} seconds.',
                      RuntimeWarning, stacklevel=2)
        self._default_executor.shutdown(wait=False)
    else:
        thread.join()


def _do_shutdown(self, future):
    try:
        self._default_executor.shutdown(wait=True)
        if not self.is_closed():
            self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
    except Exception as exc:
        if not self.is_closed() and not future.cancelled():
            self.call_soon_threadsafe(future.set_exception, exc)
