"""TextTestRunner, which prints as it runs."""

import sys
import time
import warnings
from . import result
from .case import _SubTest

__unittest = True


class _WritelnDecorator:
    """A stream with a method writeln."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        # copy and pickle ask before there is a stream.
        if name == "stream" or name == "__getstate__":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        self.write(f"{arg}\n" if arg else "\n")


class TextTestResult(result.TestResult):
    """Shows how each test ended as it ends: a line per test with verbosity 2, a character with 1, nothing with 0."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.dots, self.showAll = verbosity == 1, verbosity > 1
        # Whether the stream is at the beginning of a line: the name of the test that runs comes first, its subtests'
        # may follow.
        self._newline = True

    def getDescription(self, test):
        """The test as it is shown: its name, and the first line of its docstring if descriptions are wanted."""
        doc = test.shortDescription() if self.descriptions else None
        return f"{test}\n{doc}" if doc else str(test)

    def _flush(self, *lines):
        for line in lines:
            self.stream.writeln(line)
        self.stream.flush()

    def _announce(self, test):
        self.stream.write(self.getDescription(test))
        self.stream.write(" ... ")

    def _show(self, test, long, short):
        if self.dots:
            self.stream.write(short)
            self._flush()
        elif self.showAll:
            if isinstance(test, _SubTest):
                if not self._newline:
                    self.stream.writeln()
                self.stream.write("  ")
                self._announce(test)
            elif self._newline:
                self._announce(test)
            self._flush(long)
            self._newline = True

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._announce(test)
            self._flush()
            self._newline = False

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._show(subtest, *(("FAIL", "F") if issubclass(err[0], subtest.failureException) else ("ERROR", "E")))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._show(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(test, f"skipped {reason!r}", "s")

    def _show_unannounced(self, long, short):
        if self.showAll:
            self._flush(long)
        elif self.dots:
            self.stream.write(short)
            self._flush()

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show_unannounced("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show_unannounced("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self._flush("")
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        surprises = [f"UNEXPECTED SUCCESS: {self.getDescription(test)}" for test in getattr(self, "unexpectedSuccesses", ())]
        if surprises:
            self._flush(self.separator1, *surprises)

    def printErrorList(self, flavour, errors):
        """Show (test, text) pairs, flavour being the word before each."""
        for test, text in errors:
            self._flush(self.separator1, f"{flavour}: {self.getDescription(test)}", self.separator2, text)


# What the last line counts: the lists of the result, and their names.
_COUNTED = (("failures", "failures"), ("errors", "errors"), ("skipped", "skipped"),
            ("expectedFailures", "expected failures"), ("unexpectedSuccesses", "unexpected successes"))


class TextTestRunner:
    """Runs a test and prints to stream how it goes and went."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *,
                 tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.durations = descriptions, verbosity, durations
        self.failfast, self.buffer, self.tb_locals = failfast, buffer, tb_locals
        self.warnings = warnings
        self.resultclass = resultclass or self.resultclass

    def _makeResult(self):
        given = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*given, durations=self.durations)
        except TypeError:
            # A class that knows no durations.
            return self.resultclass(*given)

    def _separate(self, result):
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)

    def _printDurations(self, result):
        slowest = sorted(result.collectedDurations, key=lambda taken: -taken[1])
        if not slowest:
            return
        if self.durations > 0:
            del slowest[self.durations:]
        self.stream.writeln("Slowest test durations")
        self._separate(result)
        shown = [taken for taken in slowest if self.verbosity >= 2 or taken[1] >= 0.001]
        for test, elapsed in shown:
            self.stream.writeln("%-10s %s" % (f"{elapsed:.3f}s", test))
        self.stream.writeln("\n(durations < 0.001s were hidden; use -v to show these durations)"
                            if len(shown) < len(slowest) else "")

    def run(self, test):
        """Run test, print the outcome, and return the result."""
        result = self._makeResult()
        for option in ("failfast", "buffer", "tb_locals"):
            setattr(result, option, getattr(self, option))
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            began = time.perf_counter()
            getattr(result, "startTestRun", bool)()
            try:
                test(result)
            finally:
                getattr(result, "stopTestRun", bool)()
            taken = time.perf_counter() - began
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        self._separate(result)
        self._summarize(result, taken)
        return result

    def _summarize(self, result, taken):
        run = result.testsRun
        self.stream.writeln(f"Ran {run} test{'' if run == 1 else 's'} in {taken:.3f}s")
        self.stream.writeln()
        if not result.wasSuccessful():
            word = "FAILED"
        elif run or result.skipped:
            word = "OK"
        else:
            word = "NO TESTS RAN"
        counts = [f"{name}={len(found)}" for kind, name in _COUNTED if (found := getattr(result, kind))]
        self.stream.write(word)
        self.stream.writeln(f" ({', '.join(counts)})" if counts else None)
        self.stream.flush()
