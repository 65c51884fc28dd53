# get_ipython() and the magics: %time, %timeit, !command and the small ones, with their wording.
import sys
import time


class Shell:
    """What get_ipython() returns: the user's namespace and the magics."""

    def __init__(self, namespace):
        self.user_ns = namespace
        self.execution_count = 1
        self.kernel = None

    def __repr__(self):
        return '<pyasync.notebook.Shell>'

    # --- magics -----------------------------------------------------------

    def run_line_magic(self, name, line, _stack_depth=1):
        if name == 'time':
            return self._time(line)
        if name == 'timeit':
            return self._timeit(line)
        known = self._magics.get(name)
        if known is None:
            print(f'UsageError: Line magic function `%{name}` not found.', file=sys.stderr)
            return None
        return known(self, line.strip())

    async def run_line_magic_async(self, name, line):
        if name == 'time':
            clock = Stopwatch()
            value = await self.evaluate(line)
            clock.report()
            return value
        if name == 'timeit':
            return await self._timeit_async(line)
        return self.run_line_magic(name, line)

    async def evaluate(self, source):
        """Run source in the user's namespace; the value of its last expression, or None."""
        body, tail = compile_cell(source, '<magic>')
        value = None
        for code in (body, tail):
            if code is None:
                continue
            value = eval(code, self.user_ns)
            if code.co_flags & 0x80:
                value = await value
        return value if tail is not None else None

    def evaluate_now(self, source):
        steps = self.evaluate(source)
        try:
            steps.send(None)
        except StopIteration as end:
            return end.value
        steps.close()
        raise RuntimeError('the statement waits: await works with %time and %timeit at the top level of a cell only')

    def _time(self, line):
        clock = Stopwatch()
        value = self.evaluate_now(line)
        clock.report()
        return value

    def _timeit(self, line, setup=''):
        options, statement = timeit_options(line)
        if setup:
            self.evaluate_now(setup)
        body = compile_cell(statement, '<magic-timeit>')
        codes = [code for code in body if code is not None]

        def run(count):
            start = time.perf_counter()
            for _ in range(count):
                for code in codes:
                    eval(code, self.user_ns)
            return time.perf_counter() - start

        steps = measure(options, run)
        try:
            while True:
                next(steps)
        except StopIteration:
            pass

    async def _timeit_async(self, line):
        options, statement = timeit_options(line)
        codes = [code for code in compile_cell(statement, '<magic-timeit>') if code is not None]
        count, times = options['n'], []
        guess = count or 1
        while True:
            start = time.perf_counter()
            for _ in range(guess):
                for code in codes:
                    value = eval(code, self.user_ns)
                    if code.co_flags & 0x80:
                        await value
            took = time.perf_counter() - start
            if not count:
                if took >= 0.2 or guess >= 10 ** 9:
                    count = guess
                else:
                    guess *= 10
                    continue
            times.append(took)
            if len(times) >= options['r']:
                break
        report_timeit(times, count)

    def run_cell_magic(self, name, line, cell):
        if name == 'timeit':
            return self._timeit(cell, line)
        if name in ('javascript', 'html', 'HTML', 'markdown', 'latex', 'svg'):
            mime = {'markdown': 'text/markdown', 'latex': 'text/latex', 'svg': 'image/svg+xml',
                    'javascript': 'application/javascript'}.get(name, 'text/html')
            show('display_data', {mime: cell, 'text/plain': f'<{name}>'}, {}, None)
            return None
        if name in ('bash', 'sh', 'script'):
            self.system(cell)
            return None
        if name in ('writefile', 'file'):
            path = line.strip()
            import os
            print(('Overwriting ' if os.path.exists(path) else 'Writing ') + path)
            with open(path, 'w') as f:
                f.write(cell)
            return None
        print(f'UsageError: Cell magic `%%{name}` not found.', file=sys.stderr)

    def magic(self, line):
        name, _, rest = line.partition(' ')
        return self.run_line_magic(name, rest)

    # --- commands of the system -------------------------------------------

    def var_expand(self, command):
        """{expression} and $name stand for values of the namespace."""
        import re

        def value(match):
            if match.group(0) in ('{{', '}}', '$$'):
                return match.group(0)[0]
            try:
                return str(eval(match.group(1) or match.group(2), self.user_ns))
            except Exception:
                return match.group(0)
        return re.sub(r'\{\{|\}\}|\$\$|\{([^{}]+)\}|\$([A-Za-z_]\w*)', value, command)

    def system(self, command):
        import subprocess
        sys.stdout.flush()
        done = subprocess.run(self.var_expand(command), shell=True)
        self.user_ns['_exit_code'] = done.returncode

    def getoutput(self, command, split=True):
        import subprocess
        sys.stdout.flush()
        done = subprocess.run(self.var_expand(command), shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        text = done.stdout.decode('utf-8', 'replace')
        self.user_ns['_exit_code'] = done.returncode
        return text.splitlines() if split else text

    # --- the simple magics ------------------------------------------------

    def _pinfo(self, line):
        print(describe(line, len(line), self.user_ns) or f'Object `{line}` not found.')

    def _pwd(self, line):
        import os
        return os.getcwd()

    def _cd(self, line):
        import os
        os.chdir(os.path.expanduser(line or '~'))
        print(os.getcwd())

    def _who(self, line):
        names = [n for n in self.user_ns if not n.startswith('_') and n not in HIDDEN]
        if not names:
            print('Interactive namespace is empty.')
        else:
            print('\t '.join(sorted(names)) + '\t ')

    def _env(self, line):
        import os
        if '=' in line:
            name, _, value = line.partition('=')
            os.environ[name.strip()] = value.strip()
            print(f'env: {name.strip()}={value.strip()}')
        elif line:
            return os.environ.get(line)
        else:
            return dict(os.environ)

    def _run(self, line):
        import runpy
        self.user_ns.update(runpy.run_path(line.strip().strip('\'"'), run_name='__main__'))

    def _autoawait(self, line):
        if not line:
            print('IPython autoawait is `on`, and set to use `asyncio`')

    def _nothing(self, line):
        pass

    _magics = {'pinfo': _pinfo, 'pwd': _pwd, 'cd': _cd, 'who': _who, 'env': _env, 'set_env': _env, 'run': _run, 'autoawait': _autoawait,
               'matplotlib': _nothing, 'load_ext': _nothing, 'reload_ext': _nothing, 'autoreload': _nothing,
               'config': _nothing, 'pip': lambda self, line: self.system('pip ' + line),
               'sx': lambda self, line: self.getoutput(line), 'system': lambda self, line: self.getoutput(line)}


HIDDEN = {'In', 'Out', 'get_ipython', 'exit', 'quit', 'display'}


def timeit_options(line):
    """The options -n N, -r N in front of a statement."""
    options = {'n': 0, 'r': 7}
    rest = line.lstrip()
    while rest.startswith('-') and rest[1:2] in options:
        key, rest = rest[1], rest[2:].lstrip()
        digits = len(rest) - len(rest.lstrip('0123456789'))
        options[key], rest = int(rest[:digits]), rest[digits:].lstrip()
    return options, rest


def measure(options, run):
    count = options['n']
    if not count:
        count = 1
        while run(count) < 0.2 and count < 10 ** 9:
            count *= 10
            yield
    report_timeit([run(count) for _ in range(options['r'])], count)


def report_timeit(times, count):
    each = [t / count for t in times]
    mean = sum(each) / len(each)
    deviation = (sum((t - mean) ** 2 for t in each) / len(each)) ** 0.5
    runs, loops = len(each), f'{count:,}'
    print(f'{format_time(mean)} ± {format_time(deviation)} per loop (mean ± std. dev. of {runs} run'
          f'{"s" if runs != 1 else ""}, {loops} loop{"s" if count != 1 else ""} each)')


def format_time(seconds):
    """A time span as IPython words it."""
    if seconds >= 60:
        words = []
        for unit, length in ('d', 86400), ('h', 3600), ('min', 60), ('s', 1):
            whole = int(seconds / length)
            if whole > 0:
                words.append(f'{whole}{unit}')
                seconds -= whole * length
            if seconds < 1:
                break
        return ' '.join(words)
    scale = 0
    if seconds > 0:
        while scale < 3 and seconds * 1000 ** scale < 1:
            scale += 1
    else:
        scale = 3
    return f'{seconds * 1000 ** scale:.3g} {("s", "ms", "µs", "ns")[scale]}'


class Stopwatch:
    """%time: processor and wall time from here to report()."""

    def __init__(self):
        self.wall, self.cpu = time.perf_counter(), cpu_times()

    def report(self):
        wall = time.perf_counter() - self.wall
        user, system = (now - then for now, then in zip(cpu_times(), self.cpu))
        print(f'CPU times: user {format_time(user)}, sys: {format_time(system)}, total: {format_time(user + system)}')
        print(f'Wall time: {format_time(wall)}')


def cpu_times():
    import os
    t = os.times()
    return t[0], t[1]
