"""Measuring how long small pieces of code take."""

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_globals = globals

_template = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def _indent(src, n):
    return src.replace("\n", "\n" + " " * n)


class Timer:
    """Times a statement or a function."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        local_ns = {}
        global_ns = _globals() if globals is None else globals
        init = ""
        before = "" if not isinstance(setup, str) else setup + "\n"
        for what in (setup, stmt):
            if isinstance(what, str):
                compile(before + what if what is stmt else what, "<timeit-src>", "exec")
            elif not callable(what):
                raise ValueError(f"{'stmt' if what is stmt else 'setup'} is neither a string nor callable")
        if not isinstance(setup, str):
            local_ns["_setup"] = setup
            init += ", _setup=_setup"
            setup = "_setup()"
        if not isinstance(stmt, str):
            local_ns["_stmt"] = stmt
            init += ", _stmt=_stmt"
            stmt = "_stmt()"
        src = _template.format(stmt=_indent(stmt, 8), setup=_indent(setup, 4), init=init)
        self.src = src
        exec(compile(src, "<timeit-src>", "exec"), global_ns, local_ns)
        self.inner = local_ns["inner"]

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                time_taken = self.timeit(number)
                if callback:
                    callback(number, time_taken)
                if time_taken >= 0.2:
                    return number, time_taken
            i *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


def main(args=None):
    if args is None:
        args = sys.argv[1:]
    import getopt
    opts, args = getopt.getopt(args, "n:u:s:r:pvh", ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    number, repeats, setup = 0, default_repeat, []
    timer = default_timer
    for o, a in opts:
        if o in ("-n", "--number"):
            number = int(a)
        if o in ("-s", "--setup"):
            setup.append(a)
        if o in ("-r", "--repeat"):
            repeats = max(int(a), 1)
        if o in ("-p", "--process"):
            timer = time.process_time
        if o in ("-h", "--help"):
            print(__doc__)
            return 0
    t = Timer("\n".join(args) or "pass", "\n".join(setup) or "pass", timer)
    if number == 0:
        number, _ = t.autorange()
    best = min(t.repeat(repeats, number)) / number
    units = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}
    unit = next(u for u in ("sec", "msec", "usec", "nsec") if best >= units[u] or u == "nsec")
    print(f"{number} loop{'s' if number != 1 else ''}, best of {repeats}: {best / units[unit]:.3g} {unit} per loop")


if __name__ == "__main__":
    sys.exit(main())
