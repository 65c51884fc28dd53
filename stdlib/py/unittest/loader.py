"""TestLoader, which finds tests."""

import functools
import os
import re
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase
from . import case, suite

__unittest = True

VALID_MODULE_NAME = re.compile(r"[_a-z]\w*\.py$", re.IGNORECASE)


class _FailedTest(case.TestCase):
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def testFailure():
            raise self._exception
        return testFailure


def _failed_import(name, suiteClass):
    message = "Failed to import test module: %s\n%s" % (name, traceback.format_exc())
    return suiteClass((_FailedTest(name, ImportError(message)),)), message


def _failed_test(methodname, exception, suiteClass, message):
    return suiteClass((_FailedTest(methodname, exception),)), message


def _skipped(methodname, exception, suiteClass):
    @case.skip(str(exception))
    def testSkipped(self):
        pass
    return suiteClass((type("ModuleSkipped", (case.TestCase,), {methodname: testSkipped})(methodname),))


class TestLoader:
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(lambda x, y: (x > y) - (x < y))
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, "load_tests", None)
        tests = self.suiteClass(tests)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as e:
                error_case, message = _failed_test(module.__name__, e, self.suiteClass, "Failed to call load_tests:\n%s" % traceback.format_exc())
                self.errors.append(message)
                return error_case
        return tests

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        error_case, error_message = None, None
        if module is None:
            parts_copy = parts[:]
            while parts_copy:
                module_name = ".".join(parts_copy)
                try:
                    module = __import__(module_name)
                    break
                except ImportError:
                    parts_copy.pop()
                    error_case, error_message = _failed_import(name, self.suiteClass)
                    if not parts_copy:
                        self.errors.append(error_message)
                        return error_case
            parts = parts[1:]
        obj = module
        parent = None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if getattr(obj, "__path__", None) is not None and error_case is not None:
                    self.errors.append(error_message)
                    return error_case
                error_case, error_message = _failed_test(part, e, self.suiteClass, "Failed to access attribute:\n%s" % traceback.format_exc())
                self.errors.append(error_message)
                return error_case
        return self._tests_of(obj, parent, name.rpartition(".")[2])

    def _tests_of(self, obj, parent, name):
        """The suite that obj, the attribute name of parent, stands for."""
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, suite.TestSuite):
            return obj
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            made = parent(name)
            # A static method is called below, as any function.
            if not isinstance(getattr(made, name), types.FunctionType):
                return self.suiteClass([made])
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        made = obj()
        if isinstance(made, case.TestCase):
            return self.suiteClass([made])
        if isinstance(made, suite.TestSuite):
            return made
        raise TypeError(f"calling {obj} returned {made}, not a test")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(attrname):
            if not attrname.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, attrname)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{attrname}"
            return self.testNamePatterns is None or any(fnmatchcase(full, p) for p in self.testNamePatterns)
        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Find the test modules below a folder and load their tests."""
        if top_level_dir is None:
            top_level_dir = self._top_level_dir or start_dir
        if not os.path.isdir(os.path.abspath(start_dir)):
            try:
                __import__(start_dir)
            except ImportError:
                raise ImportError("Start directory is not importable: %r" % start_dir) from None
            module = sys.modules[start_dir]
            start_dir = os.path.dirname(os.path.abspath(module.__file__))
            top_level_dir = os.path.dirname(start_dir)
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        start_dir = os.path.abspath(start_dir)
        if start_dir != top_level_dir and not os.path.isfile(os.path.join(start_dir, "__init__.py")):
            raise ImportError("Start directory is not importable: %r" % start_dir)
        saved, self._top_level_dir = self._top_level_dir, top_level_dir
        try:
            return self.suiteClass(list(self._find_tests(start_dir, pattern)))
        finally:
            self._top_level_dir = saved

    def _name_of(self, path):
        path = os.path.splitext(os.path.normpath(path))[0]
        return os.path.relpath(path, self._top_level_dir).replace(os.path.sep, ".")

    def _find_tests(self, start_dir, pattern):
        for path in sorted(os.listdir(start_dir)):
            full_path = os.path.join(start_dir, path)
            if os.path.isfile(full_path):
                if not VALID_MODULE_NAME.match(path) or not fnmatch(path, pattern):
                    continue
                yield from self._load_file(full_path, pattern)
            elif os.path.isfile(os.path.join(full_path, "__init__.py")):
                package = None
                name = self._name_of(full_path)
                try:
                    __import__(name)
                    package = sys.modules[name]
                except case.SkipTest as e:
                    yield _skipped(name, e, self.suiteClass)
                    continue
                except Exception:
                    error_case, message = _failed_import(name, self.suiteClass)
                    self.errors.append(message)
                    yield error_case
                    continue
                load_tests = getattr(package, "load_tests", None)
                tests = self.loadTestsFromModule(package, pattern=pattern)
                if tests is not None and (load_tests or tests.countTestCases()):
                    yield tests
                if load_tests is None:
                    yield from self._find_tests(full_path, pattern)

    def _load_file(self, full_path, pattern):
        name = self._name_of(full_path)
        try:
            __import__(name)
            module = sys.modules[name]
        except case.SkipTest as e:
            yield _skipped(name, e, self.suiteClass)
        except Exception:
            error_case, message = _failed_import(name, self.suiteClass)
            self.errors.append(message)
            yield error_case
        else:
            yield self.loadTestsFromModule(module, pattern=pattern)


defaultTestLoader = TestLoader()
