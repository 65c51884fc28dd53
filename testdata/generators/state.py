import inspect, types
def g():
    x = 1
    y = yield x
    yield y
gen = g()
print(inspect.getgeneratorstate(gen), gen.gi_running, gen.gi_frame is not None, gen.gi_yieldfrom, gen.gi_suspended)
next(gen)
print(inspect.getgeneratorstate(gen), gen.gi_frame.f_locals, gen.gi_frame.f_lineno, gen.gi_suspended)
gen.send(7)
list(gen)
print(inspect.getgeneratorstate(gen), gen.gi_frame, gen.gi_code.co_name)
print(inspect.isgenerator(gen), inspect.isgeneratorfunction(g), isinstance(gen, types.GeneratorType), iter(gen) is gen)
def selfrun():
    yield next(me)
me = selfrun()
try:
    next(me)
except ValueError as e:
    print(e)
def raises():
    yield 1
    raise StopIteration("inside")
r = raises(); next(r)
try:
    next(r)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def err():
    yield 1
    1 / 0
e = err(); next(e)
try:
    next(e)
except ZeroDivisionError as x:
    print(x)
print(list(e), repr(e).startswith("<generator object err at 0x"))
gx = (i for i in range(3))
print(gx.__name__, gx.__qualname__, next(gx), list(gx), list(gx))
def sub(): yield 1
def main(): yield from s
s = sub(); m = main(); next(m)
print(m.gi_yieldfrom is s)
def f():
    def inner_gen(): yield
    return inner_gen()
print(f().__qualname__)
gen = g()
gen.__name__ = "renamed"
print(gen.__name__, repr(gen)[:25])
try:
    gen.__name__ = 5
except TypeError as x:
    print(x)
print(len(list(x for x in range(1000))), sum(i * i for i in range(10)), max((len(w), w) for w in ["aa", "b"]), "-".join(str(i) for i in range(3)))

