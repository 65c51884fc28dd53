"""The command line of test programs."""

import functools
import os
import sys
from . import loader, runner

__unittest = True

_NO_TESTS_EXITCODE = 5


class TestProgram:
    """Loads and runs the tests that the command line names."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            # __import__ gives the outermost package.
            module = functools.reduce(getattr, module.split(".")[1:], __import__(module))
        if warnings is None and not sys.warnoptions:
            warnings = "default"
        if argv is None:
            argv = sys.argv
        self.progName = os.path.basename(argv[0])
        self.module, self.defaultTest = module, defaultTest
        self.testLoader, self.testRunner, self.exit = testLoader, testRunner, exit
        # What the command line may set.
        self.verbosity, self.warnings, self.durations = verbosity, warnings, durations
        self.failfast, self.catchbreak, self.buffer, self.tb_locals = failfast, catchbreak, buffer, tb_locals
        self.parseArgs(argv)
        self.runTests()

    def usageExit(self, msg=None):
        if msg:
            print(msg, file=sys.stderr)
        print(f"usage: {self.progName} [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b] [-k TESTNAMEPATTERNS] [tests ...]", file=sys.stderr)
        sys.exit(2 if msg else 0)

    def parseArgs(self, argv):
        args = argv[1:]
        if self.module is None and args and args[0].lower() == "discover":
            self._discover(self._options(args[1:], discovering=True))
            return
        tests = self._options(args)
        if self.module is None and not tests:
            self._discover([])
            return
        if tests:
            self.testNames = [self._module_name(t) for t in tests]
            if __name__ == "__main__":
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    @staticmethod
    def _module_name(name):
        if os.path.isfile(name) and name.lower().endswith(".py"):
            if os.path.isabs(name):
                rel = os.path.relpath(name, os.getcwd())
                if os.path.isabs(rel) or rel.startswith(os.pardir):
                    return name
                name = rel
            return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")
        return name

    def _options(self, args, discovering=False):
        args = list(args)
        rest = []
        self._start, self._pattern, self._top = ".", "test*.py", None

        def value(option, inline):
            if inline:
                return inline
            if not args:
                self.usageExit(f"argument {option}: expected one argument")
            return args.pop(0)

        while args:
            a = args.pop(0)
            name, _, inline = a.partition("=") if a.startswith("--") else (a[:2], "", a[2:])
            if name in ("-v", "--verbose"):
                self.verbosity = 2
            elif name in ("-q", "--quiet"):
                self.verbosity = 0
            elif name == "--locals":
                self.tb_locals = True
            elif name in ("-f", "--failfast"):
                self.failfast = True
            elif name in ("-c", "--catch"):
                self.catchbreak = True
            elif name in ("-b", "--buffer"):
                self.buffer = True
            elif name == "--durations":
                self.durations = int(value(name, inline))
            elif name == "-k":
                pattern = value(name, inline)
                self.testNamePatterns = (self.testNamePatterns or []) + [pattern if "*" in pattern else "*%s*" % pattern]
            elif name in ("-h", "--help"):
                self.usageExit()
            elif discovering and name in ("-s", "--start-directory"):
                self._start = value(name, inline)
            elif discovering and name in ("-p", "--pattern"):
                self._pattern = value(name, inline)
            elif discovering and name in ("-t", "--top-level-directory"):
                self._top = value(name, inline)
            elif a.startswith("-") and a != "-":
                self.usageExit(f"{self.progName}: error: unrecognized arguments: {a}")
            else:
                rest.append(a)
        return rest

    def _discover(self, args):
        for name, arg in zip(("_start", "_pattern", "_top"), args):
            setattr(self, name, arg)
        self.testNames = None
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        self.test = self.testLoader.discover(self._start, self._pattern, self._top)

    def createTests(self):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        if isinstance(self.testRunner, type):
            try:
                testRunner = self.testRunner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings,
                                             tb_locals=self.tb_locals, durations=self.durations)
            except TypeError:
                testRunner = self.testRunner()
        else:
            testRunner = self.testRunner
        self.result = testRunner.run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            elif self.result.testsRun == 0 and len(self.result.skipped) == 0:
                sys.exit(_NO_TESTS_EXITCODE)
            else:
                sys.exit(0)


main = TestProgram
