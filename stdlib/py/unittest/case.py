"""TestCase, what skips tests, and what they assert."""

import collections
import difflib
import functools
import pprint
import re
import sys
import time
import traceback
import types
import warnings
from contextlib import _specials, contextmanager
from . import result
from .util import _common_shorten_repr, count_difference, safe_repr, strclass

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."

# Stands for the message of a subtest that has none.
_subtest_msg_sentinel = object()


class SkipTest(Exception):
    """Raised in a test, or a fixture, to skip it."""


class _ShouldStop(Exception):
    """Raised by a subtest that has failed to end its test."""


class _UnexpectedSuccess(Exception):
    """What a result without addUnexpectedSuccess is told."""


class _Outcome:
    """How one test went so far, over its fixtures, method, subtests and cleanups."""

    def __init__(self, result=None):
        self.result = result
        self.success = True
        # While set, failures are not reported, but kept as expectedFailure.
        self.expecting_failure = False
        self.expectedFailure = None

    def part(self, test):
        """A context that reports what the part of the test inside raises."""
        return _Part(self, test)

    def report(self, test, exc_info):
        if self.expecting_failure:
            self.expectedFailure = exc_info
            return
        self.success = False
        if isinstance(test, _SubTest):
            self.result.addSubTest(test.test_case, test, exc_info)
        elif self.result is not None:
            failed = issubclass(exc_info[0], test.failureException)
            (self.result.addFailure if failed else self.result.addError)(test, exc_info)


class _Part:
    __slots__ = "outcome", "test", "went_well"

    def __init__(self, outcome, test):
        self.outcome = outcome
        self.test = test

    def __enter__(self):
        self.went_well = self.outcome.success
        self.outcome.success = True

    def __exit__(self, exc_type, exc, tb):
        outcome = self.outcome
        try:
            if exc_type is None:
                if outcome.success and isinstance(self.test, _SubTest):
                    outcome.result.addSubTest(self.test.test_case, self.test, None)
            elif issubclass(exc_type, KeyboardInterrupt):
                return False
            elif issubclass(exc_type, SkipTest):
                outcome.success = False
                _addSkip(outcome.result, self.test, str(exc))
            elif not issubclass(exc_type, _ShouldStop):
                outcome.report(self.test, (exc_type, exc, tb))
        finally:
            outcome.success = outcome.success and self.went_well
        return True


def _addSkip(result, test, reason):
    if hasattr(result, "addSkip"):
        result.addSkip(test, reason)
        return
    warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
    result.addSuccess(test)


# Cleanups: lists of (function, arguments, keyword arguments), called last to first.

_module_cleanups = []


def _enter_context(cm, add_cleanup):
    enter, leave = _specials(cm, "context manager", "__enter__", "__exit__")
    entered = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return entered


def _clean_up(cleanups):
    """Call the cleanups, and return the exceptions of those that failed."""
    failures = []
    while cleanups:
        function, args, kwargs = cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as failure:
            failures.append(failure)
    return failures


def addModuleCleanup(function, /, *args, **kwargs):
    """Have function called after the module's tests, or after a failed setUpModule."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter cm, and exit it with the module's cleanups."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Call the module's cleanups; raises the first exception when all are done."""
    for failure in _clean_up(_module_cleanups):
        raise failure


def _marked_skipped(test, reason):
    """test, a class or function, so marked that it is skipped."""
    if not isinstance(test, type):
        @functools.wraps(test)
        def skip_wrapper(*args, **kwargs):
            raise SkipTest(reason)
        test = skip_wrapper
    test.__unittest_skip__ = True
    test.__unittest_skip_why__ = reason
    return test


def skip(reason):
    """Decorate a test or test class: skip it. Without a reason, the name itself is the decorator."""
    if isinstance(reason, types.FunctionType):
        return _marked_skipped(reason, "")
    return lambda test: _marked_skipped(test, reason)


def _unchanged(test):
    return test


def skipIf(condition, reason):
    """Decorate a test: skip it if condition is true."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """Decorate a test: skip it unless condition is true."""
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    """Decorate a test that shall fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _why_skipped(*marked):
    """The reason why a test is skipped, if one of the objects is so marked; else None."""
    if any(getattr(obj, "__unittest_skip__", False) for obj in marked):
        return next(filter(None, (getattr(obj, "__unittest_skip_why__", "") for obj in marked)), "")


def _only_of(expected, base):
    """Whether expected is a subclass of base, or a tuple (of tuples) of such."""
    if isinstance(expected, tuple):
        return all(_only_of(each, base) for each in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _BaseTestCaseContext:
    """What an assertion returns for a with statement."""

    msg = None

    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standardMsg):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standardMsg))


class _AssertRaisesBaseContext(_BaseTestCaseContext):
    """Expects exceptions or warnings of a type, whose text a pattern may have to match."""

    # The callable whose name the failure shows.
    obj_name = None

    def __init__(self, expected, test_case, expected_regex=None):
        super().__init__(test_case)
        self.expected = expected
        self.expected_regex = None if expected_regex is None else re.compile(expected_regex)

    def handle(self, name, args, kwargs):
        """Do what the assertion name was called for: call its callable, or return the context."""
        try:
            if not _only_of(self.expected, self._base_type):
                raise TypeError(f"{name}() arg 1 must be {self._base_type_str}")
            if args:
                function, *args = args
                self.obj_name = getattr(function, "__name__", None) or str(function)
                with self:
                    function(*args, **kwargs)
                return
            self.msg = kwargs.pop("msg", None)
            for keyword in kwargs:
                raise TypeError(f"{keyword!r} is an invalid keyword argument for this function")
            return self
        finally:
            # The traceback of what the callable raised holds this frame.
            self = None

    def _matches(self, found):
        return self.expected_regex is None or self.expected_regex.search(str(found))

    def _fail_to_match(self, found):
        self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{found!s}"')

    def _fail_without(self, happened):
        name = getattr(self.expected, "__name__", None) or str(self.expected)
        self._raiseFailure(f"{name} not {happened}" + (f" by {self.obj_name}" if self.obj_name else ""))


class _AssertRaisesContext(_AssertRaisesBaseContext):
    """Context of assertRaises: afterwards the exception is its attribute."""

    _base_type = BaseException
    _base_type_str = "an exception type or tuple of exception types"
    __class_getitem__ = classmethod(types.GenericAlias)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail_without("raised")
        # What the frames of the traceback hold shall live no longer.
        traceback.clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if not self._matches(exc_value):
            self._fail_to_match(exc_value)
        return True


class _AssertWarnsContext(_AssertRaisesBaseContext):
    """Context of assertWarns: afterwards warning, filename and lineno tell of the warning."""

    _base_type = Warning
    _base_type_str = "a warning type or tuple of warning types"

    def __enter__(self):
        # What has been warned of before shall be warned of again.
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, *exc_info):
        self._catcher.__exit__(*exc_info)
        if exc_info[0] is not None:
            return
        candidates = [caught for caught in self.warnings if isinstance(caught.message, self.expected)]
        for caught in candidates:
            if self._matches(caught.message):
                self.warning, self.filename, self.lineno = caught.message, caught.filename, caught.lineno
                return
        if candidates:
            self._fail_to_match(candidates[0].message)
        self._fail_without("triggered")


_LoggingWatcher = collections.namedtuple("_LoggingWatcher", ["records", "output"])


def _capturing_handler(watcher):
    """A handler that puts records and their texts into watcher."""
    from logging import Handler

    class Capture(Handler):
        def emit(self, record):
            watcher.records.append(record)
            watcher.output.append(self.format(record))

    return Capture()


class _AssertLogsContext(_BaseTestCaseContext):
    """Context of assertLogs and assertNoLogs: one logger's records go to it alone."""

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger, level, no_logs):
        import logging
        super().__init__(test_case)
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs
        self.watcher = _LoggingWatcher([], [])

    def __enter__(self):
        import logging
        handler = _capturing_handler(self.watcher)
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        logger = self.logger
        self._before = logger.handlers, logger.propagate, logger.level
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(self.level)
        return None if self.no_logs else self.watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        logger = self.logger
        logger.handlers, logger.propagate, level = self._before
        logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs and self.watcher.records:
            self._raiseFailure(f"Unexpected logs found: {self.watcher.output!r}")
        if not self.no_logs and not self.watcher.records:
            self._raiseFailure(f"no logs of level {logging.getLevelName(self.level)} or higher "
                               f"triggered on {logger.name}")


class _OrderedChainMap(collections.ChainMap):
    """The parameters of nested subtests: those of the innermost come first."""

    def __iter__(self):
        return iter(dict.fromkeys(key for mapping in self.maps for key in mapping))


def _compare_lines(first, second):
    """The part of a message that compares two lists of lines."""
    return "\n" + "\n".join(difflib.ndiff(first, second))


def _describe_difference(kind, seqs, lengths, same_type_matters):
    """How the two sequences, called kind, differ; "" if they do not after all."""
    first, second = seqs
    text = "%ss differ: %s != %s\n" % ((kind.capitalize(),) + _common_shorten_repr(first, second))
    for i in range(min(lengths)):
        items = []
        for which, seq in zip(("first", "second"), seqs):
            try:
                items.append(seq[i])
            except (TypeError, IndexError, NotImplementedError):
                return text + f"\nUnable to index element {i} of {which} {kind}\n" + _describe_extra(kind, seqs, lengths)
        if items[0] != items[1]:
            text += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + _common_shorten_repr(*items))
            break
    else:
        if lengths[0] == lengths[1] and not same_type_matters and type(first) != type(second):
            return ""
    return text + _describe_extra(kind, seqs, lengths)


def _describe_extra(kind, seqs, lengths):
    """What the longer sequence has beyond the other."""
    if lengths[0] == lengths[1]:
        return ""
    longer = lengths[1] > lengths[0]
    start, which = min(lengths), ("first", "second")[longer]
    text = f"\n{which.capitalize()} {kind} contains {max(lengths) - start} additional elements.\n"
    try:
        return text + f"First extra element {start}:\n{safe_repr(seqs[longer][start])}\n"
    except (TypeError, IndexError, NotImplementedError):
        return text + f"Unable to index element {start} of {which} {kind}\n"


class TestCase:
    """A test: a method between setUp and tearDown. Each test method of a subclass makes an instance of its own."""

    failureException = AssertionError
    # Whether the message given to an assertion comes after its own text, or instead.
    longMessage = True
    # Longer differences are left out of messages; None for no limit.
    maxDiff = 80 * 8
    # Longer strings are not compared line by line.
    _diffThreshold = 2 ** 16
    # Which assertion compares two values of the same exact type.
    _EQUALITIES = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
                   set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._class_cleanups = []
        cls._classSetupFailed = False

    def __init__(self, methodName="runTest"):
        """An instance that runs the method methodName; only the default one may be missing."""
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        self._testMethodDoc = "No test" if method is None else method.__doc__
        self._type_equality_funcs = dict(self._EQUALITIES)
        self._cleanups = []
        self._outcome = self._subtest = None

    # Fixtures.

    def setUp(self):
        """Prepare the test."""

    def tearDown(self):
        """Called after the test if setUp succeeded."""

    @classmethod
    def setUpClass(cls):
        """Prepare the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the tests of the class."""

    def addCleanup(self, function, /, *args, **kwargs):
        """Have function called after tearDown, or after a failed setUp."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter cm, and exit it with the cleanups."""
        return _enter_context(cm, self.addCleanup)

    def doCleanups(self):
        """Call the cleanups now; returns whether all went well."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Have function called after tearDownClass, or after a failed setUpClass."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter cm, and exit it with the cleanups of the class."""
        return _enter_context(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Call the cleanups of the class now; what they raise goes to tearDown_exceptions."""
        cls.tearDown_exceptions = [(type(exc), exc, exc.__traceback__) for exc in _clean_up(cls._class_cleanups)]

    # Identity and description.

    def countTestCases(self):
        """How many tests this is: one."""
        return 1

    def defaultTestResult(self):
        """The result that run makes when it is given none."""
        return result.TestResult()

    def shortDescription(self):
        """The first line of the test's docstring, or None."""
        if self._testMethodDoc:
            return self._testMethodDoc.strip().partition("\n")[0].strip()
        return None

    def id(self):
        """Module, class and method."""
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def __str__(self):
        return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    # Running.

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        returned = method()
        if returned is None:
            return
        text = (f"It is deprecated to return a value that is not None from a test case "
                f"({method} returned {type(returned).__name__!r})")
        import inspect
        if inspect.iscoroutine(returned):
            text += ". Maybe you forgot to use IsolatedAsyncioTestCase as the base class?"
        warnings.warn(text, DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result=None):
        """Run the test, report to result, and return it."""
        own_result = result is None
        if own_result:
            result = self.defaultTestResult()
            getattr(result, "startTestRun", bool)()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            why = _why_skipped(self.__class__, method)
            if why is None:
                self._run_method(method, result)
            else:
                _addSkip(result, self, why)
            return result
        finally:
            result.stopTest(self)
            if own_result:
                getattr(result, "stopTestRun", bool)()

    def _run_method(self, method, result):
        """Run the test between its fixtures, and report how it went."""
        shall_fail = any(getattr(obj, "__unittest_expecting_failure__", False) for obj in (self, method))
        began = time.perf_counter()
        outcome = self._outcome = _Outcome(result)
        try:
            with outcome.part(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = shall_fail
                with outcome.part(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with outcome.part(self):
                    self._callTearDown()
            self.doCleanups()
            if hasattr(result, "addDuration"):
                result.addDuration(self, time.perf_counter() - began)
            if outcome.success:
                self._report_success(result, shall_fail, outcome.expectedFailure)
        finally:
            # The exception's traceback holds this frame.
            self._outcome = outcome.expectedFailure = None

    def _report_success(self, result, should_fail, failure):
        """Report a test that went well, or failed with failure as it should; old results do not tell these apart."""
        if should_fail and not failure:
            if hasattr(result, "addUnexpectedSuccess"):
                result.addUnexpectedSuccess(self)
            else:
                surprise = _UnexpectedSuccess()
                result.addFailure(self, (_UnexpectedSuccess, surprise, surprise.__traceback__))
        elif should_fail and hasattr(result, "addExpectedFailure"):
            result.addExpectedFailure(self, failure)
        else:
            result.addSuccess(self)

    def debug(self):
        """Run the test without a result: what it raises is raised."""
        method = getattr(self, self._testMethodName)
        why = _why_skipped(self.__class__, method)
        if why is not None:
            raise SkipTest(why)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    @contextmanager
    def subTest(self, msg=_subtest_msg_sentinel, **params):
        """A context whose failure is reported with msg and params, and lets the test go on."""
        outcome, outer = self._outcome, self._subtest
        if not hasattr(outcome and outcome.result, "addSubTest"):
            yield
            return
        params = outer.params.new_child(params) if outer else _OrderedChainMap(params)
        self._subtest = _SubTest(self, msg, params)
        try:
            with outcome.part(self._subtest):
                yield
            failed_fast = not outcome.success and outcome.result.failfast
            if failed_fast or outcome.success and outcome.expectedFailure:
                raise _ShouldStop
        finally:
            self._subtest = outer

    def skipTest(self, reason):
        """Skip the test that runs."""
        raise SkipTest(reason)

    # Assertions. They take a message msg, and fail with failureException.

    def fail(self, msg=None):
        """Fail."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _truncateMessage(self, message, diff):
        too_long = self.maxDiff is not None and len(diff) > self.maxDiff
        return message + (DIFF_OMITTED % len(diff) if too_long else diff)

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self.failureException(self._formatMessage(msg, f"{safe_repr(expr)} is not true"))

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self.failureException(self._formatMessage(msg, f"{safe_repr(expr)} is not false"))

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Call args[0] with the rest, or return a context: expected_exception shall be raised."""
        return _AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """assertRaises, and the exception's text shall match."""
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Call args[0] with the rest, or return a context: expected_warning shall be given."""
        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """assertWarns, and the warning's text shall match."""
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """A context in which logger, or a child, shall log at level (INFO) or above."""
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """A context in which logger shall log nothing at level (INFO) or above."""
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def addTypeEqualityFunc(self, typeobj, function):
        """Have assertEqual compare two values of the exact type with function, a method's name or f(a, b, msg=)."""
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        function = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if isinstance(function, str):
            return getattr(self, function)
        return function or self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            text = "%s != %s" % _common_shorten_repr(first, second)
            raise self.failureException(self._formatMessage(msg, text))

    def assertEqual(self, first, second, msg=None):
        """Fail unless first == second, showing the difference as the type allows."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            raise self.failureException(self._formatMessage(msg, f"{safe_repr(first)} == {safe_repr(second)}"))

    def _almost(self, first, second, places, delta):
        """(whether almost equal, the text of the limit)"""
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, "within %s delta (%s difference)" % (safe_repr(delta), safe_repr(diff))
        if places is None:
            places = 7
        return round(diff, places) == 0, "within %r places (%s difference)" % (places, safe_repr(diff))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        close, limit = self._almost(first, second, places, delta)
        if not close:
            raise self.failureException(self._formatMessage(msg, "%s != %s %s" % (safe_repr(first), safe_repr(second), limit)))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        close, limit = self._almost(first, second, places, delta)
        if first == second or close:
            if delta is None:
                limit = "within %r places" % (7 if places is None else places)
            raise self.failureException(self._formatMessage(msg, "%s == %s %s" % (safe_repr(first), safe_repr(second), limit)))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Compare element by element; with seq_type both shall be instances of it."""
        kind = "sequence" if seq_type is None else seq_type.__name__
        lengths = []
        difference = None
        for which, seq in (("First", seq1), ("Second", seq2)):
            if seq_type is not None and not isinstance(seq, seq_type):
                raise self.failureException(f"{which} sequence is not a {kind}: {safe_repr(seq)}")
        for which, seq in (("First", seq1), ("Second", seq2)):
            try:
                lengths.append(len(seq))
            except (TypeError, NotImplementedError):
                difference = f"{which} {kind} has no length.    Non-sequence?"
                break
        if difference is None:
            if seq1 == seq2:
                return
            difference = _describe_difference(kind, (seq1, seq2), lengths, seq_type is not None)
            if not difference:
                return
        lines = _compare_lines(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self.fail(self._formatMessage(msg, self._truncateMessage(difference, lines)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Compare sets, or what else has difference()."""
        lines = []
        for which, other, a, b in (("first", "second", set1, set2), ("second", "first", set2, set1)):
            try:
                surplus = a.difference(b)
            except TypeError as e:
                self.fail(f"invalid type when attempting set difference: {e}")
            except AttributeError as e:
                self.fail(f"{which} argument does not support set difference: {e}")
            if surplus:
                lines.append(f"Items in the {which} set but not the {other}:")
                lines.extend(map(repr, surplus))
        if lines:
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self.fail(self._formatMessage(msg, "%s not found in %s" % (safe_repr(member), safe_repr(container))))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self.fail(self._formatMessage(msg, "%s unexpectedly found in %s" % (safe_repr(member), safe_repr(container))))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self.fail(self._formatMessage(msg, "%s is not %s" % (safe_repr(expr1), safe_repr(expr2))))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, "unexpectedly identical: %s" % (safe_repr(expr1),)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            standardMsg = "%s != %s" % _common_shorten_repr(d1, d2)
            diff = "\n" + "\n".join(difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines()))
            self.fail(self._formatMessage(msg, self._truncateMessage(standardMsg, diff)))

    def assertCountEqual(self, first, second, msg=None):
        first_seq, second_seq = list(first), list(second)
        differences = count_difference(first_seq, second_seq)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % diff for diff in differences]
            self.fail(self._formatMessage(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines))))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Compare strings, showing which lines differ."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        texts = [first, second]
        # One more line end, lest a last line without one be shown joined to the line after it.
        if not all(text.endswith("\n") for text in texts if text):
            texts = [text and text + "\n" for text in texts]
        diff = "\n" + "".join(difflib.ndiff(*(text.splitlines(keepends=True) for text in texts)))
        text = "%s != %s" % _common_shorten_repr(first, second)
        self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self.fail(self._formatMessage(msg, "%s not less than %s" % (safe_repr(a), safe_repr(b))))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self.fail(self._formatMessage(msg, "%s not less than or equal to %s" % (safe_repr(a), safe_repr(b))))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self.fail(self._formatMessage(msg, "%s not greater than %s" % (safe_repr(a), safe_repr(b))))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self.fail(self._formatMessage(msg, "%s not greater than or equal to %s" % (safe_repr(a), safe_repr(b))))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self.fail(self._formatMessage(msg, "%s is not None" % (safe_repr(obj),)))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.fail(self._formatMessage(msg, "unexpectedly None"))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, "%s is not an instance of %r" % (safe_repr(obj), cls)))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, "%s is an instance of %r" % (safe_repr(obj), cls)))

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            standardMsg = "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text)
            raise self.failureException(self._formatMessage(msg, standardMsg))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            standardMsg = "Regex matched: %r matches %r in %r" % (text[match.start():match.end()], unexpected_regex.pattern, text)
            raise self.failureException(self._formatMessage(msg, standardMsg))


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc, self._setUpFunc, self._tearDownFunc = testFunc, setUp, tearDown
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def runTest(self):
        self._testFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def _parts(self):
        return self._testFunc, self._setUpFunc, self._tearDownFunc, self._description

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, self.__class__) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return f"{strclass(self.__class__)} ({self._testFunc.__name__})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} tec={self._testFunc}>"

    def shortDescription(self):
        if self._description is None:
            doc = self._testFunc.__doc__ or ""
            return doc.partition("\n")[0].strip() or None
        return self._description


class _SubTest(TestCase):
    """A context of subTest as results see it: its test with a message and parameters."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = [] if self._message is _subtest_msg_sentinel else [f"[{self._message}]"]
        if self.params:
            parts.append("(" + ", ".join(f"{name}={value!r}" for name, value in self.params.items()) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()
