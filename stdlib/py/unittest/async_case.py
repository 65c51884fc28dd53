"""IsolatedAsyncioTestCase: tests that are coroutines, each in an event loop of its own."""

import asyncio
import contextvars
import inspect
import warnings
from contextlib import _specials, contextmanager
from .case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """A test case whose methods and cleanups may be coroutine functions.

    All run in one loop, from loop_factory if given, and one context.
    """

    loop_factory = None
    _asyncioRunner = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        """Prepare the test, after setUp."""

    async def asyncTearDown(self):
        """Called before tearDown."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Have the coroutine function func called after tearDown."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter cm, and exit it with the cleanups."""
        enter, leave = _specials(cm, "asynchronous context manager", "__aenter__", "__aexit__")
        entered = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    def _call(self, function, /, *args, **kwargs):
        """Call function in the test's context, to its end if it is a coroutine function."""
        assert self._asyncioRunner is not None, "asyncio runner is not initialized"
        if inspect.iscoroutinefunction(function):
            return self._asyncioRunner.run(function(*args, **kwargs), context=self._asyncioTestContext)
        return self._asyncioTestContext.run(function, *args, **kwargs)

    def _call_fixture(self, method):
        assert inspect.iscoroutinefunction(method), f"{method!r} is not an async function"
        self._call(method)

    def _callSetUp(self):
        # The loop is made here, that setUp may ask for it.
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._call_fixture(self.asyncSetUp)

    def _callTestMethod(self, method):
        returned = self._call(method)
        if returned is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case "
                          f"({method} returned {type(returned).__name__!r})", DeprecationWarning, stacklevel=5)

    def _callTearDown(self):
        self._call_fixture(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._call(function, *args, **kwargs)

    def _setupAsyncioRunner(self):
        assert self._asyncioRunner is None, "asyncio runner is already initialized"
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)

    def _tearDownAsyncioRunner(self):
        self._asyncioRunner.close()

    def debug(self):
        self._setupAsyncioRunner()
        super().debug()     # an error leaves the loop as it is, to be looked at
        self._tearDownAsyncioRunner()

    def run(self, result=None):
        self._setupAsyncioRunner()
        try:
            outcome = super().run(result)
        finally:
            self._tearDownAsyncioRunner()
        return outcome
