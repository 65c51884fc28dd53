from contextlib import contextmanager, closing, suppress, redirect_stdout, redirect_stderr, nullcontext, ExitStack, ContextDecorator, chdir
import io, os
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowing", e)
    finally:
        print(f"</{name}>")
with tag("b") as t: print(t)
with tag("v"): raise ValueError("x")
try:
    with tag("k"): raise KeyError("y")
except KeyError as e:
    print(repr(e))
@tag("deco")
def fn(): print("in fn"); return 5
print(fn(), fn.__name__)
@contextmanager
def no_yield():
    if False: yield
@contextmanager
def two_yields():
    yield 1
    yield 2
@contextmanager
def reraise():
    try:
        yield
    except Exception as e:
        raise RuntimeError("wrapped") from e
for cm in (no_yield, two_yields):
    try:
        with cm(): pass
    except RuntimeError as e:
        print(e)
try:
    with two_yields(): raise ValueError("q")
except ValueError as e:
    print(e, repr(e.__context__))
try:
    with reraise(): raise KeyError(1)
except RuntimeError as e:
    print(e, repr(e.__cause__))
class R:
    def close(self): print("closed")
with closing(R()) as r: print(type(r).__name__)
with suppress(KeyError, IndexError): {}[1]
with suppress(ValueError): int("x")
try:
    with suppress(KeyError): [][0]
except IndexError as e:
    print(e)
buf = io.StringIO()
with redirect_stdout(buf): print("captured")
print(repr(buf.getvalue()))
with nullcontext(5) as n: print(n)
class D(ContextDecorator):
    def __enter__(self): print("D in"); return self
    def __exit__(self, *e): print("D out"); return False
@D()
def g(x): return x
print(g(3))
cm = tag("once")
with cm: pass
try:
    with cm: pass
except (AttributeError, RuntimeError) as e:
    print(type(e).__name__, e)
with suppress(ValueError, TypeError):
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* TypeError as eg:
    print(eg.exceptions)

