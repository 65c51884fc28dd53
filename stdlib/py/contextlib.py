"""Context managers made from generator functions, stacks of them, and small ready-made ones (PEP 343)."""
import abc
import sys
from collections import deque
from functools import wraps
from types import MethodType, GenericAlias

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext",
           "AbstractContextManager", "AbstractAsyncContextManager",
           "AsyncExitStack", "ContextDecorator", "ExitStack",
           "redirect_stdout", "redirect_stderr", "suppress", "aclosing",
           "chdir"]


def _defines(cls, name):
    """Whether cls has the method name: a class that sets it to None takes it back."""
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name] is not None
    return False


def _accept_by_methods(abstract, *names):
    """Let every class with the methods names count as a subclass of abstract, though not of its subclasses."""
    def __subclasshook__(cls, other):
        if cls is abstract and all(_defines(other, name) for name in names):
            return True
        return NotImplemented
    abstract.__subclasshook__ = classmethod(__subclasshook__)


class AbstractContextManager(abc.ABC):
    """What works in a with statement; entering gives the manager itself."""
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        """Begin the context."""
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """End the context; a true result swallows the exception."""


class AbstractAsyncContextManager(abc.ABC):
    """What works in an async with statement; entering gives the manager itself."""
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        """Begin the context."""
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """End the context; a true result swallows the exception."""


_accept_by_methods(AbstractContextManager, "__enter__", "__exit__")
_accept_by_methods(AbstractAsyncContextManager, "__aenter__", "__aexit__")


class _Recreated:
    """A manager that decorates functions: each call of one runs in the manager _recreate_cm gives."""

    def _recreate_cm(self):
        """Return the manager for one call: a new one where managers serve only once."""
        return self


class ContextDecorator(_Recreated):
    """Mixin: the context manager decorates functions, whose calls run inside it."""

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator(_Recreated):
    """Mixin: the asynchronous context manager decorates coroutine functions."""

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _GeneratorManager:
    """One use of a generator function as a manager: up to its yield on entry, the rest on exit."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__
        # For _recreate_cm. Entering drops them last to first, which is the cheap end of the attributes, so that the
        # arguments do not outlive their use in the generator.
        self.func, self.kwds, self.args = func, kwds, args

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


def _swallowed(raised, thrown, traceback, ended):
    """What the exit says after the generator raised raised in answer to thrown: None to let raised out.

    ended are the types that tell of a finished generator. Finishing swallows thrown. So as not to replace the exception
    of the body, thrown itself must not be raised out of the exit; a finishing exception thrown in comes back as the
    cause of a RuntimeError (PEP 479), and counts as itself.
    """
    if raised is thrown or (isinstance(raised, RuntimeError) and raised.__cause__ is thrown
                            and isinstance(thrown, (StopIteration, ended))):
        thrown.__traceback__ = traceback
        return False
    return True if isinstance(raised, ended) else None


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    """The manager that a function decorated with contextmanager returns."""

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        when = ""
        if typ is None:
            if next(self.gen, self) is self:
                return False
        else:
            when = " after throw()"
            if value is None:
                value = typ()
            try:
                self.gen.throw(value)
            except BaseException as raised:
                answer = _swallowed(raised, value, traceback, StopIteration)
                if answer is None:
                    raise
                return answer
        try:
            raise RuntimeError("generator didn't stop" + when)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager, AsyncContextDecorator):
    """The manager that a function decorated with asynccontextmanager returns."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        when = ""
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
        else:
            when = " after athrow()"
            if value is None:
                value = typ()
            try:
                await self.gen.athrow(value)
            except BaseException as raised:
                answer = _swallowed(raised, value, traceback, StopAsyncIteration)
                if answer is None:
                    raise
                return answer
        try:
            raise RuntimeError("generator didn't stop" + when)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Decorate a generator function: it then returns context managers.

    What it yields is bound by `as`; what follows the yield runs on exit, and
    an exception of the body is raised at the yield.
    """
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Decorate an asynchronous generator function, for `async with`."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """Gives thing, and calls its close() at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Gives thing, say an asynchronous generator, and awaits its aclose() at the end."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _Swap(AbstractContextManager):
    """Puts a value in place of another, and back. It may be entered again inside itself, so what it replaced is a stack."""

    def __init__(self, new):
        self._new = new
        self._replaced = []

    def __enter__(self):
        self._replaced.append(self._get())
        self._set(self._new)
        return self._new

    def __exit__(self, *exc_info):
        self._set(self._replaced.pop())


class _RedirectStream(_Swap):
    _stream = None

    def __init__(self, new_target):
        super().__init__(new_target)

    def _get(self):
        return getattr(sys, self._stream)

    def _set(self, target):
        setattr(sys, self._stream, target)


class redirect_stdout(_RedirectStream):
    """What is printed goes to new_target."""
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """What goes to sys.stderr goes to new_target."""
    _stream = "stderr"


class chdir(_Swap):
    """Another working directory; that of the whole process, all its threads and tasks."""
    @staticmethod
    def _get():
        import os
        return os.getcwd()

    @staticmethod
    def _set(path):
        import os
        os.chdir(path)

    def __init__(self, path):
        super().__init__(path)
        self.path = path

    def __enter__(self):
        super().__enter__()


class suppress(AbstractContextManager):
    """Swallows the given exceptions, also out of the middle of exception groups."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None or issubclass(exctype, self._exceptions):
            return exctype is not None
        if issubclass(exctype, BaseExceptionGroup):
            others = excinst.split(self._exceptions)[1]
            if others is not None:
                raise others
            return True
        return False


def _specials(cm, protocol, *names):
    """The special methods names of cm, unbound; TypeError if its type lacks one of them."""
    cls = type(cm)
    try:
        return [getattr(cls, name) for name in names]
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                        f"not support the {protocol} protocol") from None


class _Unwinding:
    """How far an exit stack is with its callbacks: the exception on its way, and what became of those before.

    As a context manager it is where the stack raises that exception: raising sets its context anew, leaving restores it.
    """
    __slots__ = "exc", "began_with", "outer", "raised", "context"

    def __init__(self, exc):
        self.exc = self.began_with = exc
        # What was being handled when the stack began to unwind: there end the contexts of exceptions raised by callbacks.
        self.outer = sys.exception()
        # Whether exc comes from a callback.
        self.raised = False

    def details(self):
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def swallow(self):
        self.exc, self.raised = None, False

    def replace(self, new):
        """Go on with new, which a callback raised: its context shall be the exception it replaces, not outer."""
        link = new
        while (context := link.__context__) is not None and context is not self.exc:
            if context is self.outer:
                link.__context__ = self.exc
                break
            link = context
        self.exc, self.raised, self.context = new, True, new.__context__

    def swallowed(self):
        return self.began_with is not None and self.exc is None

    def __enter__(self):
        return self.exc

    def __exit__(self, *exc_info):
        self.exc.__context__ = self.context


class _BaseExitStack:
    """Callbacks that are called last to first, as pairs (is it synchronous, callback).

    Tracebacks show the lines of the stacks that call them, with CPython's names.
    """

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Move all callbacks to a new stack, and return it."""
        moved = type(self)()
        moved._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return moved

    def _push(self, is_sync, callback):
        self._exit_callbacks.append((is_sync, callback))

    def _push_exit(self, exit, name):
        """Push the method name of the manager exit, or exit itself, which takes the same arguments."""
        method = getattr(type(exit), name, None)
        self._push(name == "__exit__", exit if method is None else MethodType(method, exit))
        return exit

    def push(self, exit):
        """Push a manager's __exit__, or a callback with its signature and its way to swallow exceptions."""
        return self._push_exit(exit, "__exit__")

    def enter_context(self, cm):
        """Enter cm, push its __exit__, and return what entering gave."""
        enter, leave = _specials(cm, "context manager", "__enter__", "__exit__")
        result = enter(cm)
        self._push(True, MethodType(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Push a function with its arguments; it learns nothing of exceptions and swallows none."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(True, _exit_wrapper)
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A manager of as many context managers and callbacks as a program pushes."""

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            cb = self._exit_callbacks.pop()[1]
            exc_details = unwinding.details()
            try:
                if cb(*exc_details):
                    unwinding.swallow()
            except BaseException as new:
                unwinding.replace(new)
        if not unwinding.raised:
            return unwinding.swallowed()
        with unwinding as exc:
            raise exc

    def close(self):
        """Unwind now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """A manager of as many managers and callbacks, asynchronous or not, as a program pushes."""

    async def enter_async_context(self, cm):
        """Enter cm, push its __aexit__, and return what entering gave."""
        enter, leave = _specials(cm, "asynchronous context manager", "__aenter__", "__aexit__")
        result = await enter(cm)
        self._push(False, MethodType(leave, cm))
        return result

    def push_async_exit(self, exit):
        """Push a manager's __aexit__, or a coroutine function with its signature."""
        return self._push_exit(exit, "__aexit__")

    def push_async_callback(self, callback, /, *args, **kwds):
        """Push a coroutine function with its arguments; it swallows no exceptions."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(False, _exit_wrapper)
        return callback

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            exc_details = unwinding.details()
            try:
                if is_sync:
                    cb_suppress = cb(*exc_details)
                else:
                    cb_suppress = await cb(*exc_details)
                if cb_suppress:
                    unwinding.swallow()
            except BaseException as new:
                unwinding.replace(new)
        if not unwinding.raised:
            return unwinding.swallowed()
        with unwinding as exc:
            raise exc

    async def aclose(self):
        """Unwind now."""
        await self.__aexit__(None, None, None)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """A manager that does nothing, for where one is only used sometimes; entering gives enter_result."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aexit__(self, *excinfo):
        pass
