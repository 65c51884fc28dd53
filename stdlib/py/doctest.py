"""Examples in docstrings, as tests."""
import builtins
import difflib
import inspect
import io
import linecache
import os
import re
import sys
import traceback
import types
import unittest
from collections import namedtuple

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
           'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE',
           'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker',
           'DocTestFailure', 'UnexpectedException', 'DebugRunner', 'testmod', 'testfile', 'run_docstring_examples', 'DocTestSuite',
           'DocFileSuite', 'set_unittest_reportflags', 'script_from_examples']


class TestResults(namedtuple('TestResults', 'failed attempted')):
    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        self.skipped = skipped
        return self

    def __repr__(self):
        if self.skipped:
            return f'TestResults(failed={self.failed}, attempted={self.attempted}, skipped={self.skipped})'
        return f'TestResults(failed={self.failed}, attempted={self.attempted})'


OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


def _indent(text, by=4):
    return re.sub('(?m)^(?!$)', ' ' * by, text)


class Example:
    """One statement with the output that is expected."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want if not want or want.endswith('\n') else want + '\n'
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith('\n') else exc_msg + '\n'
        self.lineno, self.indent, self.options = lineno, indent, options or {}

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, which share a namespace."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), 'DocTest no longer accepts str; use DocTestParser instead'
        self.examples, self.docstring, self.globs = examples, docstring, globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        n = len(self.examples)
        count = 'no examples' if n == 0 else '1 example' if n == 1 else '%d examples' % n
        return '<%s %s from %s:%s (%s)>' % (type(self).__name__, self.name, self.filename, self.lineno, count)

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return (self.name, self.filename, self.lineno, id(self)) < (other.name, other.filename, other.lineno, id(other))


class DocTestParser:
    _EXAMPLE = re.compile(r'''
        (?P<source> ^(?P<indent> [ ]*) >>>[^\n]* (?:\n [ ]* \.\.\.[^\n]*)* )
        \n?
        (?P<want> (?: (?![ ]*$) (?![ ]*>>>) .+$\n? )* )''', re.MULTILINE | re.VERBOSE)
    _EXCEPTION = re.compile(r'''
        ^Traceback\ \( (?:most\ recent\ call\ last|innermost\ last) \):\s*$
        (?P<stack> (?:\n (?!\w) .*)* ) \n? (?P<msg> ^\w+ .*)''', re.VERBOSE | re.MULTILINE | re.DOTALL)
    _OPTION = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)

    def parse(self, string, name='<string>'):
        """Examples, and the texts between them."""
        string = string.expandtabs()
        margin = self._margin(string)
        if margin:
            string = '\n'.join(line[margin:] for line in string.split('\n'))
        output, at, lineno = [], 0, 0
        for m in self._EXAMPLE.finditer(string):
            output.append(string[at:m.start()])
            lineno += string.count('\n', at, m.start())
            source, options, want, exc_msg = self._example(m, name, lineno)
            if source.strip() and not all(line.strip().startswith('#') for line in source.splitlines() if line.strip()):
                output.append(Example(source, want, exc_msg, lineno=lineno, indent=margin + len(m.group('indent')), options=options))
            lineno += string.count('\n', m.start(), m.end())
            at = m.end()
        output.append(string[at:])
        return output

    def _margin(self, string):
        indents = [len(i) for i in re.findall(r'(?m)^([ ]*)(?=\S)', string)]
        return min(indents, default=0)

    def _example(self, m, name, lineno):
        indent = len(m.group('indent'))
        lines = m.group('source').split('\n')
        for i, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError('line %r of the docstring for %s lacks blank after %s: %r' % (lineno + i + 1, name, line[indent:indent + 3], line))
            if i and not line.startswith(' ' * indent + '.'):
                raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r' % (lineno + i + 1, name, line))
        source = '\n'.join(line[indent + 4:] for line in lines)
        want_lines = m.group('want').split('\n')
        if len(want_lines) > 1 and re.match(r' *$', want_lines[-1]):
            del want_lines[-1]
        for i, line in enumerate(want_lines):
            if line and not line.startswith(' ' * indent):
                raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r'
                                 % (lineno + len(lines) + i + 1, name, line))
        want = '\n'.join(line[indent:] for line in want_lines)
        exc = self._EXCEPTION.match(want)
        return source, self._options(source, name, lineno), want, exc and exc.group('msg')

    def _options(self, source, name, lineno):
        options = {}
        for m in self._OPTION.finditer(source):
            for word in m.group(1).replace(',', ' ').split():
                if word[0] not in '+-' or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError('line %r of the doctest for %s has an invalid option: %r' % (lineno + 1, name, word))
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == '+'
        return options

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        return [x for x in self.parse(string, name) if isinstance(x, Example)]


class DocTestFinder:
    """Collects the docstrings of a module, its functions, classes and their methods."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose, self._recurse, self._exclude_empty = parser, verbose, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        try:
            file = inspect.getsourcefile(obj)
        except TypeError:
            file = None
        lines = linecache.getlines(file, module and module.__dict__) if file else None
        globs = (module.__dict__.copy() if module else {}) if globs is None else globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, lines or None, globs, set())
        tests.sort()
        return tests

    def _from_module(self, module, object):
        if module is None:
            return True
        if inspect.getmodule(object) is not None:
            return module is inspect.getmodule(object)
        if inspect.isfunction(object):
            return module.__dict__ is object.__globals__
        if hasattr(object, '__module__'):
            return module.__name__ == object.__module__
        return isinstance(object, property)

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, val in obj.__dict__.items():
                val_ = inspect.unwrap(val) if callable(val) else val
                if (inspect.isroutine(val_) or inspect.isclass(val_)) and self._from_module(module, val_):
                    self._find(tests, val_, f'{name}.{key}', module, lines, globs, seen)
            for key, val in getattr(obj, '__test__', {}).items():
                if isinstance(val, str) or inspect.isroutine(val) or inspect.isclass(val) or inspect.ismodule(val):
                    self._find(tests, val, f'{name}.__test__.{key}', module, lines, globs, seen)
        elif inspect.isclass(obj):
            for key, val in obj.__dict__.items():
                if isinstance(val, (staticmethod, classmethod)):
                    val = val.__func__
                if (inspect.isroutine(val) or inspect.isclass(val) or isinstance(val, property)) and self._from_module(module, val):
                    self._find(tests, val, f'{name}.{key}', module, lines, globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        doc = obj if isinstance(obj, str) else getattr(obj, '__doc__', None) or ''
        doc = doc if isinstance(doc, str) else str(doc)
        if self._exclude_empty and not doc:
            return None
        lineno = self._lineno(obj, lines)
        filename = None if module is None else getattr(module, '__file__', None) or module.__name__
        if filename and filename.endswith('.pyc'):
            filename = filename[:-1]
        return self._parser.get_doctest(doc, globs, name, filename, lineno)

    def _lineno(self, obj, lines):
        """The line, from 0, where the docstring begins."""
        lineno = None
        if inspect.ismodule(obj) and obj.__doc__ is not None:
            lineno = 0
        if inspect.isclass(obj) and lines and obj.__doc__ is not None:
            pattern = re.compile(r'\s*class\s+%s\b' % re.escape(obj.__name__))
            lineno = next((i for i, line in enumerate(lines) if pattern.match(line)), None)
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.ismethod(obj):
            obj = obj.__func__
        if inspect.isfunction(obj) and getattr(obj, '__doc__', None):
            lineno = inspect.unwrap(obj).__code__.co_firstlineno - 1
        if lineno is not None and lines:
            start = re.compile(r'(^|.*:)\s*\w*("|\')')
            for i in range(lineno, len(lines)):
                if start.match(lines[i]):
                    return i
            return None
        return lineno


class _Spoof(io.StringIO):
    def getvalue(self):
        text = super().getvalue()
        return text if not text or text.endswith('\n') else text + '\n'


class DocTestRunner:
    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}
        self._fakeout = _Spoof()

    def report_start(self, out, test, example):
        if self._verbose:
            out('Trying:\n' + _indent(example.source) + ('Expecting:\n' + _indent(example.want) if example.want else 'Expecting nothing\n'))

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._header(test, example) + 'Exception raised:\n' + _indent(_traceback(exc_info)))

    def _header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            line = '?' if test.lineno is None or example.lineno is None else test.lineno + example.lineno + 1
            lines.append('File "%s", line %s, in %s' % (test.filename, line, test.name))
        else:
            lines.append('Line %s, in %s' % (example.lineno + 1, test.name))
        lines.append('Failed example:')
        lines.append(_indent(example.source))
        return '\n'.join(lines)

    def _run(self, test, compileflags, out):
        failures = tries = skips = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            tries += 1
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            filename = '<doctest %s[%d]>' % (test.name, number)
            linecache.cache[filename] = len(example.source), None, example.source.splitlines(True), filename
            exc_info = None
            try:
                exec(compile(example.source, filename, 'single', compileflags, True), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException:
                exc_info = sys.exc_info()
            got = self._fakeout.getvalue()
            self._fakeout.seek(0)
            self._fakeout.truncate()
            if exc_info is None:
                good = self._checker.check_output(example.want, got, self.optionflags)
            else:
                message = ''.join(traceback.format_exception_only(*exc_info[:2]))
                if issubclass(exc_info[0], SyntaxError):
                    # The lines before the message depend on the source.
                    name = exc_info[0].__qualname__, f'{exc_info[0].__module__}.{exc_info[0].__qualname__}'
                    lines = message.splitlines(True)
                    message = ''.join(lines[next(i for i, l in enumerate(lines) if l.partition(':')[0].strip() in name):])
                if not quiet:
                    got += _traceback(exc_info)
                if example.exc_msg is None:
                    good = None
                else:
                    good = self._checker.check_output(example.exc_msg, message, self.optionflags)
                    if not good and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                        good = self._checker.check_output(_bare(example.exc_msg), _bare(message), self.optionflags)
            if good:
                if not quiet:
                    self.report_success(out, test, example, got)
            else:
                if not quiet:
                    if good is None:
                        self.report_unexpected_exception(out, test, example, exc_info)
                    else:
                        self.report_failure(out, test, example, got)
                failures += 1
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        old = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = tuple(a + b for a, b in zip(old, (failures, tries, skips)))
        self.failures += failures
        self.tries += tries
        self.skips += skips
        return TestResults(failures, tries, skipped=skips)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        if compileflags is None:
            import __future__
            compileflags = 0
            for name in __future__.all_feature_names:
                feature = getattr(__future__, name)
                if test.globs.get(name) is feature:
                    compileflags |= feature.compiler_flag
        saved, hook = sys.stdout, sys.displayhook
        if out is None:
            out = saved.write
        sys.stdout = self._fakeout
        sys.displayhook = sys.__displayhook__
        try:
            return self._run(test, compileflags, out)
        finally:
            sys.stdout, sys.displayhook = saved, hook
            if clear_globs:
                test.globs.clear()
                builtins._ = None

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        empty, passed, failed = [], [], []
        tries = failures = skips = 0
        for name, (f, t, s) in self._stats.items():
            tries, failures, skips = tries + t, failures + f, skips + s
            if t == 0:
                empty.append(name)
            elif f == 0:
                passed.append((name, t))
            else:
                failed.append((name, (f, t, s)))
        if verbose:
            if empty:
                print(f'{_count(len(empty), "item")} had no tests:')
                for name in sorted(empty):
                    print('   ', name)
            if passed:
                print(f'{_count(len(passed), "item")} passed all tests:')
                for name, count in sorted(passed):
                    print(f' {count:3d} test{"" if count == 1 else "s"} in {name}')
        if failed:
            print(self.DIVIDER)
            print(f'{_count(len(failed), "item")} had failures:')
            for name, (f, t, s) in sorted(failed):
                print(f' {f:3d} of {t:3d} in {name}')
        if verbose:
            print(f'{_count(tries, "test")} in {_count(len(self._stats), "item")}.')
            print(f'{tries - failures} passed' + (f' and {failures} failed' if failures else '') + '.')
        if failures:
            print(f'***Test Failed*** {_count(failures, "failure")}' + (f' and {_count(skips, "skipped test")}' if skips else '') + '.')
        elif verbose:
            print('Test passed.')
        return TestResults(failures, tries, skipped=skips)


def _count(n, noun):
    return f'{n} {noun}' if n == 1 else f'{n} {noun}s'


def _traceback(exc_info):
    kind, value, tb = exc_info
    while tb is not None and tb.tb_frame.f_globals.get('__name__') == __name__:
        tb = tb.tb_next
    return ''.join(traceback.format_exception(kind, value, tb))


def _bare(message):
    """The class of an exception, without module and detail."""
    first = message.partition('\n')[0].partition(':')[0]
    return first.rpartition('.')[2].strip()


class OutputChecker:
    def _lines(self, text):
        return str(text.encode('ASCII', 'backslashreplace'), 'ASCII')

    def check_output(self, want, got, optionflags):
        want, got = self._lines(want), self._lines(got)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r'(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and (
                optionflags & REPORT_NDIFF or want.count('\n') > 2 and got.count('\n') > 2):
            a, b = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff, kind = list(difflib.unified_diff(a, b, n=2))[2:], 'unified diff with -expected +actual'
            elif optionflags & REPORT_CDIFF:
                diff, kind = list(difflib.context_diff(a, b, n=2))[2:], 'context diff with expected followed by actual'
            else:
                diff, kind = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(a, b)), 'ndiff with -expected +actual'
            return 'Differences (%s):\n' % kind + _indent(''.join(diff))
        if want and got:
            return 'Expected:\n%sGot:\n%s' % (_indent(want), _indent(got))
        if want:
            return 'Expected:\n%sGot nothing\n' % _indent(want)
        if got:
            return 'Expected nothing\nGot:\n%s' % _indent(got)
        return 'Expected nothing\nGot nothing\n'


def _ellipsis_match(want, got):
    parts = want.split(ELLIPSIS_MARKER)
    if len(parts) == 1:
        return want == got
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    at, end = len(parts[0]), len(got) - len(parts[-1])
    if at > end:
        return False
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises at the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        r = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return r

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Run the examples of a module, __main__ if none is given."""
    if m is None:
        m = sys.modules.get('__main__')
    if not inspect.ismodule(m):
        raise TypeError('testmod: module required; %r' % (m,))
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
             raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Run the examples of a text file; module_relative: relative to the calling module's folder."""
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')
    if module_relative:
        base = package or sys._getframe(1).f_globals
        file = base.get('__file__') if isinstance(base, dict) else base.__file__
        filename = os.path.join(os.path.dirname(file) if file else '', *filename.split('/'))
    with open(filename, encoding=encoding or 'utf-8') as f:
        text = f.read()
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault('__name__', '__main__')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0))
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


_unittest_flags = 0


def set_unittest_reportflags(flags):
    global _unittest_flags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError('Only reporting flags allowed', flags)
    old, _unittest_flags = _unittest_flags, flags
    return old


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._test, self._flags, self._checker, self._up, self._down = test, optionflags, checker, setUp, tearDown

    def setUp(self):
        self._globs = self._test.globs.copy()
        if self._up:
            self._up(self._test)

    def tearDown(self):
        if self._down:
            self._down(self._test)
        self._test.globs.clear()
        self._test.globs.update(self._globs)

    def runTest(self):
        flags = self._flags if self._flags & REPORTING_FLAGS else self._flags | _unittest_flags
        out = io.StringIO()
        runner = DocTestRunner(optionflags=flags, checker=self._checker, verbose=False)
        runner.DIVIDER = '-' * 70
        results = runner.run(self._test, out=out.write, clear_globs=False)
        if results.skipped == results.attempted and results.attempted:
            raise unittest.SkipTest('all examples were skipped')
        if results.failed:
            test = self._test
            lineno = 'unknown line number' if test.lineno is None else '%s' % test.lineno
            raise self.failureException('Failed doctest test for %s\n  File "%s", line %s, in %s\n\n%s' % (
                test.name, test.filename, lineno, test.name.split('.')[-1], out.getvalue()))

    def id(self):
        return self._test.name

    def __repr__(self):
        name = self._test.name.split('.')
        return '%s (%s)' % (name[-1], '.'.join(name[:-1]))

    __str__ = __repr__

    def shortDescription(self):
        return 'Doctest: ' + self._test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    module = __import__(module, globals(), locals(), ['*']) if isinstance(module, str) else module or sys.modules['__main__']
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    suite = unittest.TestSuite()
    for test in tests:
        if test.examples:
            test.filename = test.filename or module.__file__
            suite.addTest(DocTestCase(test, **options))
    return suite


def DocFileSuite(*paths, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    suite = unittest.TestSuite()
    base = os.path.dirname(sys._getframe(1).f_globals.get('__file__', '')) if module_relative else ''
    for path in paths:
        path = os.path.join(base, path)
        with open(path, encoding=encoding or 'utf-8') as f:
            suite.addTest(DocTestCase(parser.get_doctest(f.read(), dict(globs or {}, __file__=path), os.path.basename(path), path, 0), **options))
    return suite


def script_from_examples(s):
    """A program with the examples as code and the rest as comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append('# Expected:')
                output += ['## ' + line for line in piece.want.split('\n')[:-1]]
        else:
            output += ['# ' + line if line.strip() else '#' for line in piece.split('\n')[:-1]]
    while output and output[-1] == '#':
        output.pop()
    while output and output[0] == '#':
        output.pop(0)
    return '\n'.join(output) + '\n'


def _main():
    import argparse
    parser = argparse.ArgumentParser(description='doctest runner')
    parser.add_argument('-v', '--verbose', action='store_true', default=False, help='print very verbose output for all tests')
    parser.add_argument('-o', '--option', action='append', choices=OPTIONFLAGS_BY_NAME.keys(), default=[], help='an option flag')
    parser.add_argument('-f', '--fail-fast', action='store_true', help='stop at the first failure')
    parser.add_argument('file', nargs='+', help='files with tests')
    args = parser.parse_args()
    flags = 0
    for option in args.option:
        flags |= OPTIONFLAGS_BY_NAME[option]
    if args.fail_fast:
        flags |= FAIL_FAST
    for filename in args.file:
        if filename.endswith('.py'):
            dirname, base = os.path.split(filename)
            sys.path.insert(0, dirname)
            failures, _ = testmod(__import__(base[:-3]), verbose=args.verbose, optionflags=flags)
            del sys.path[0]
        else:
            failures, _ = testfile(filename, module_relative=False, verbose=args.verbose, optionflags=flags)
        if failures:
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(_main())
