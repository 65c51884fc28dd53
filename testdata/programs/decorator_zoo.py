import functools, time
def repeat(n):
    def deco(fn):
        @functools.wraps(fn)
        def w(*a, **k): return [fn(*a, **k) for _ in range(n)]
        return w
    return deco
def memo(fn):
    cache = {}
    @functools.wraps(fn)
    def w(*a):
        if a not in cache: cache[a] = fn(*a)
        return cache[a]
    w.cache = cache
    return w
def validate(**types):
    def deco(fn):
        names = fn.__code__.co_varnames[:fn.__code__.co_argcount]
        @functools.wraps(fn)
        def w(*a, **k):
            for n, v in {**dict(zip(names, a)), **k}.items():
                if n in types and not isinstance(v, types[n]): raise TypeError(f"{fn.__name__}: {n} must be {types[n].__name__}, not {type(v).__name__}")
            return fn(*a, **k)
        return w
    return deco
class CountCalls:
    def __init__(self, fn): functools.update_wrapper(self, fn); self.fn, self.n = fn, 0
    def __call__(self, *a): self.n += 1; return self.fn(*a)
    def __get__(self, obj, t=None): return functools.partial(self, obj) if obj else self
class once:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.name = "_" + n
    def __get__(self, o, t):
        if not hasattr(o, self.name): setattr(o, self.name, self.f(o))
        return getattr(o, self.name)
def singleton(cls):
    inst = []
    @functools.wraps(cls, updated=())
    def get(*a):
        if not inst: inst.append(cls(*a))
        return inst[0]
    return get
def add_repr(cls):
    cls.__repr__ = lambda s: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(s).items())})"
    return cls
@repeat(2)
@memo
def sq(x): print("computing", x); return x * x
print(sq(3), sq.__name__, sq.__wrapped__.cache)
@validate(a=int, b=str)
def f(a, b="x"): return a, b
print(f(1, "q"), f(a=2))
for args, kw in ((("1",), {}), ((1,), {"b": 5})):
    try:
        f(*args, **kw)
    except TypeError as e:
        print(e)
class K:
    @CountCalls
    def m(self, x): return x + 1
    @once
    def v(self): print("once"); return 42
k = K()
print(k.m(1), k.m(5), K.m.n, k.v, k.v, vars(k))
@singleton
class S:
    def __init__(self, x): self.x = x
print(S(1) is S(2), S(3).x, S.__name__)
@add_repr
class P:
    def __init__(self, a, b): self.a, self.b = a, b
print(P(1, "z"), [P(2, None)])
def trace(fn):
    depth = 0
    @functools.wraps(fn)
    def w(*a):
        nonlocal depth
        print("  " * depth + f"{fn.__name__}{a}")
        depth += 1
        try:
            r = fn(*a)
        finally:
            depth -= 1
        print("  " * depth + f"= {r}")
        return r
    return w
@trace
def fact(n): return 1 if n < 2 else n * fact(n - 1)
fact(3)
def compose(*fs): return functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, lambda x: x + 1, abs)(-5))
def curry(f, n): return f if n <= 1 else lambda x: curry(functools.partial(f, x), n - 1)
print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3))

