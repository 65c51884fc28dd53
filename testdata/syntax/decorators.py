def trace(tag):
    print("make", tag)
    def deco(fn):
        print("apply", tag, getattr(fn, "__name__", fn))
        def wrapper(*a, **k):
            return f"{tag}({fn(*a, **k)})"
        return wrapper
    return deco
@trace("outer")
@trace("inner")
def hello(name):
    return "hi " + name
print(hello("bob"))
@(lambda f: f(10))
def value(n):
    return n + 1
print(value)
decos = {"x": lambda f: ("decorated", f.__name__)}
@decos["x"]
def named(): pass
print(named)
@trace("cls")
class C: pass
print(C())if False else print(type(C).__name__)
class Meth:
    @staticmethod
    def s(x): return x * 2
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    def p(self): return "prop"
print(Meth.s(2), Meth().s(3), Meth.c(1), Meth().c(2), Meth().p)
def counter(fn):
    def w(*a):
        w.calls += 1
        return fn(*a)
    w.calls = 0
    return w
@counter
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), fib.calls)
try:
    @5
    def bad(): pass
except TypeError as e:
    print(e)

