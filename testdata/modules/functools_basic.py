import functools
@functools.lru_cache(maxsize=2)
def sq(x):
    print("compute", x)
    return x * x
print(sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info())
sq.cache_clear()
print(sq.cache_info(), sq.__wrapped__.__name__, sq.__name__)
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info().misses, fib.cache_parameters())
@functools.lru_cache(typed=True)
def typed(x): return type(x).__name__
print(typed(1), typed(1.0), typed.cache_info())
try:
    sq([])
except TypeError as e:
    print(e)
p = functools.partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, p("z", base=36), functools.partial(print, "a", sep="-")("b"), repr(functools.partial(max, 1)), repr(functools.partial(print, 1, sep="x")))
p2 = functools.partial(functools.partial(pow, 2), 5)
print(p2(), p2.args, p2.func is pow)
print(functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.reduce(lambda a, b: a * b, [1, 2], 10), functools.reduce(max, [3, 9, 2]))
try:
    functools.reduce(max, [])
except TypeError as e:
    print(e)
def deco(f):
    @functools.wraps(f)
    def w(*a, **k):
        "wrapper doc"
        return f(*a, **k)
    return w
@deco
def documented(x: int) -> str:
    "original doc"
    return str(x)
print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__, documented.__annotations__, functools.WRAPPER_ASSIGNMENTS[:2])
@functools.singledispatch
def show(x): return f"default {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
@show.register(str)
@show.register(bytes)
def _(x): return f"text {x!r}"
@show.register
def _(x: float | complex): return f"num {x}"
print(show(1), show([1, 2]), show("s"), show(b"b"), show(2.5), show(None), show(True), show.dispatch(bool).__name__, sorted(c.__name__ for c in show.registry))
class C:
    def __init__(self): self.n = 0
    @functools.cached_property
    def val(self):
        self.n += 1
        return self.n * 100
    @functools.singledispatchmethod
    def m(self, x): return "m default"
    @m.register
    def _(self, x: int): return f"m int {x}"
    def base(self, a, b): return a, b
    part = functools.partialmethod(base, "fixed")
c = C()
print(c.val, c.val, c.n, vars(c), c.m(1), c.m("s"), c.part("x"))
del c.val
print(c.val)
print(sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
@functools.total_ordering
class T:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __eq__(self, o): return self.v == o.v
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
for e in ("functools.partial()", "functools.partial(5)", "functools.reduce(max)", "functools.lru_cache(maxsize='a')", "show()", "functools.total_ordering(type('X', (), {}))", "functools.reduce(1, [1, 2])", "functools.partial(int, base=2)(5)", "functools.cmp_to_key(5)(1) < functools.cmp_to_key(5)(2)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

