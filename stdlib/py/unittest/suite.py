"""TestSuite, tests run together, with the fixtures of their classes and modules."""

import sys
from contextlib import contextmanager
from . import case
from .util import strclass

__unittest = True


class BaseTestSuite:
    """Tests and suites, in order. A test that has been run is dropped, unless _cleanup is off."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests, self._removed_tests = [], 0
        self.addTests(tests)

    def addTest(self, test):
        """Add a test or suite."""
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        """Add all tests of an iterable."""
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        """How many tests the suite has, and had."""
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def __iter__(self):
        return iter(self._tests)

    def __repr__(self):
        return f"<{strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result):
        """Run the tests, until the result wants no more."""
        for index, test in self._until_stopped(result):
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def debug(self):
        """Run the tests without a result: what they raise is raised."""
        for test in self:
            test.debug()

    def _until_stopped(self, result):
        for numbered in enumerate(self):
            if result.shouldStop:
                return
            yield numbered

    def _removeTestAtIndex(self, index):
        self._removed_tests += getattr(self._tests[index], "countTestCases", int)()
        self._tests[index] = None


class TestSuite(BaseTestSuite):
    """A suite that sets classes and modules up before their first test, and tears them down after their last.

    Where a run is with its fixtures stands in the result, because the next test may be in another suite.
    """

    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        result._testRunEntered = True
        for index, test in self._until_stopped(result):
            if not _is_suite(test) and not self._prepare(test.__class__, result):
                continue
            (test.debug if debug else lambda: test(result))()
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            _leave_class(result)
            _leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    @staticmethod
    def _prepare(cls, result):
        """Tear down what is over, set up cls and its module; returns whether its tests can run."""
        previous = getattr(result, "_previousTestClass", None)
        if cls != previous:
            _leave_class(result)
        if previous is None or cls.__module__ != previous.__module__:
            _leave_module(result)
            _enter_module(cls.__module__, result)
        if cls != previous:
            _enter_class(cls, result)
        result._previousTestClass = cls
        return not getattr(cls, "_classSetupFailed", False) and not getattr(result, "_moduleSetUpFailed", False)


# Fixtures of classes and modules. A failure is reported as an error that is called "FIXTURE (OWNER)".

def _enter_module(name, result):
    result._moduleSetUpFailed = False
    set_up = getattr(sys.modules.get(name), "setUpModule", None)
    if set_up is None:
        return
    called = f"setUpModule ({name})"
    with _captured_output(result):
        if not _attempt(result, called, set_up):
            result._moduleSetUpFailed = True
            _attempt(result, called, case.doModuleCleanups)


def _leave_module(result):
    previous = getattr(result, "_previousTestClass", None)
    if previous is None or result._moduleSetUpFailed or previous.__module__ not in sys.modules:
        return
    tear_down = getattr(sys.modules[previous.__module__], "tearDownModule", None)
    with _captured_output(result):
        for step in filter(None, (tear_down, case.doModuleCleanups)):
            _attempt(result, f"tearDownModule ({previous.__module__})", step)


def _enter_class(cls, result):
    if result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
        return
    _note_failed_setup(cls, False)
    set_up = getattr(cls, "setUpClass", None)
    if set_up is None:
        return
    called = f"setUpClass ({strclass(cls)})"
    with _captured_output(result):
        if not _attempt(result, called, set_up):
            _note_failed_setup(cls, True)
            _clean_up_class(cls, result, called)


def _leave_class(result):
    cls = getattr(result, "_previousTestClass", None)
    if cls is None or getattr(result, "_moduleSetUpFailed", False):
        return
    if getattr(cls, "_classSetupFailed", False) or getattr(cls, "__unittest_skip__", False):
        return
    called = f"tearDownClass ({strclass(cls)})"
    with _captured_output(result):
        tear_down = getattr(cls, "tearDownClass", None)
        if tear_down is not None:
            _attempt(result, called, tear_down)
        _clean_up_class(cls, result, called)


def _note_failed_setup(cls, failed):
    try:
        cls._classSetupFailed = failed
    except TypeError:
        # A test may be of a type that takes no attributes.
        pass


def _clean_up_class(cls, result, called):
    if getattr(cls, "doClassCleanups", None) is None:
        return
    cls.doClassCleanups()
    for exc_info in cls.tearDown_exceptions:
        _report(result, called, exc_info)


def _attempt(result, called, fixture):
    """Call fixture, report what it raises, and return whether it raised nothing."""
    try:
        fixture()
    except Exception:
        _report(result, called, sys.exc_info())
        return False
    return True


def _report(result, called, exc_info):
    exc = exc_info[1]
    if isinstance(result, _DebugResult):
        raise exc
    holder = _ErrorHolder(called)
    if isinstance(exc, case.SkipTest) and hasattr(result, "addSkip"):
        result.addSkip(holder, str(exc))
    else:
        result.addError(holder, exc_info)


@contextmanager
def _captured_output(result):
    """Let the result buffer what is printed, if it does so."""
    getattr(result, "_setupStdout", bool)()
    try:
        yield
    finally:
        getattr(result, "_restoreStdout", bool)()


class _ErrorHolder:
    """Stands for the test when a fixture of a class or module failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    __str__ = id

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def run(self, result):
        """Nothing: what there was to run has failed."""

    __call__ = run


def _is_suite(test):
    """Whether test consists of tests."""
    try:
        iter(test)
    except TypeError:
        return False
    return True


class _DebugResult:
    """The result of suites that are debugged."""

    shouldStop = _moduleSetUpFailed = False
    _previousTestClass = None
