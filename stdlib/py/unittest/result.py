"""TestResult, what a run collects."""

import io
import sys
import traceback
from functools import wraps
from .util import strclass

__unittest = True

STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"


def failfast(method):
    """Decorate a method that reports a failure: if the result's failfast is set, the run stops."""
    @wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)
    return inner


class TestResult:
    """Counts tests and keeps what did not go well, as (test, text) pairs.

    failfast stops the run at the first failure, buffer keeps what tests print until one fails, tb_locals shows local
    variables in tracebacks.
    """

    # Where the run is with the fixtures of classes and modules: the suites' own.
    _testRunEntered = _moduleSetUpFailed = False
    _previousTestClass = None

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.failfast = self.buffer = self.tb_locals = self.shouldStop = False
        for kind in ("failures", "errors", "skipped", "expectedFailures", "unexpectedSuccesses", "collectedDurations"):
            setattr(self, kind, [])
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._stdout_buffer = self._stderr_buffer = None
        # Whether what the test prints is shown although buffered.
        self._mirrorOutput = False

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (
            strclass(self.__class__), self.testsRun, len(self.errors), len(self.failures))

    # Called by tests and runners as they go.

    def startTestRun(self):
        """Called once before the first test."""

    def stopTestRun(self):
        """Called once after the last test."""

    def startTest(self, test):
        """Called before each test."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        """Called after each test."""
        self._restoreStdout()
        self._mirrorOutput = False

    def stop(self):
        """Let the run end after this test."""
        self.shouldStop = True

    def printErrors(self):
        """Called after the run by TextTestRunner."""

    def wasSuccessful(self):
        """Whether nothing went wrong so far."""
        return not (self.failures or self.errors or getattr(self, "unexpectedSuccesses", None))

    # How tests end.

    def _keep(self, where, test, err, shown_as=None):
        where.append((shown_as or test, self._exc_info_to_string(err, test)))

    @failfast
    def addError(self, test, err):
        """test raised the exception of which err is the exc_info."""
        self._keep(self.errors, test, err)
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """An assertion of test failed."""
        self._keep(self.failures, test, err)
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """subtest of test ended, well if err is None."""
        if err is None:
            return
        if getattr(self, "failfast", False):
            self.stop()
        failed = issubclass(err[0], test.failureException)
        self._keep(self.failures if failed else self.errors, test, err, shown_as=subtest)
        self._mirrorOutput = True

    def addSuccess(self, test):
        """test went well."""

    def addSkip(self, test, reason):
        """test was skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """test failed, as it should."""
        self._keep(self.expectedFailures, test, err)

    @failfast
    def addUnexpectedSuccess(self, test):
        """test should have failed."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """test took elapsed seconds, its fixtures included."""
        # Subclasses may not have called __init__.
        getattr(self, "collectedDurations", []).append((str(test), elapsed))

    # Buffered output.

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stdout_buffer is None:
            self._stdout_buffer, self._stderr_buffer = io.StringIO(), io.StringIO()
        sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            originals = self._original_stdout, self._original_stderr
            for original, text in zip(originals, self._printed()):
                original.write(text)
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for buffer in (self._stdout_buffer, self._stderr_buffer):
            buffer.seek(0)
            buffer.truncate()

    @staticmethod
    def _printed():
        """What is in the buffers of stdout and stderr, with a headline unless empty."""
        for stream, headed in ((sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE)):
            text = stream.getvalue()
            yield headed % (text if text.endswith("\n") else text + "\n") if text else ""

    # Tracebacks.

    def _exc_info_to_string(self, err, test):
        exctype, value, tb = err
        tb = self._without_own_frames(exctype, value, tb, test)
        shown = traceback.TracebackException(exctype, value, tb, capture_locals=self.tb_locals, compact=True)
        return "".join([*shown.format(), *(self._printed() if self.buffer else ())])

    def _without_own_frames(self, exctype, value, tb, test):
        """tb without the frames of unittest around the test, and the tracebacks of causes and contexts so too."""
        tb = self._trimmed(exctype, tb, test)
        seen = {id(value)}
        waiting = [value]
        while waiting:
            exc = waiting.pop()
            for related in (exc.__cause__, exc.__context__) if exc is not None else ():
                if related is not None and id(related) not in seen:
                    seen.add(id(related))
                    waiting.append(related)
                    related.__traceback__ = self._trimmed(type(related), related.__traceback__, test)
        return tb

    def _trimmed(self, exctype, tb, test):
        while tb and self._is_relevant_tb_level(tb):
            tb = tb.tb_next
        if exctype is test.failureException:
            # Raised by an assertion: end in the test that made it.
            last, following = None, tb
            while following and not self._is_relevant_tb_level(following):
                last, following = following, following.tb_next
            if last is not None:
                last.tb_next = None
        return tb


    @staticmethod
    def _is_relevant_tb_level(tb):
        """Whether the frame is in a module that hides itself from the tracebacks of tests."""
        return "__unittest" in tb.tb_frame.f_globals
