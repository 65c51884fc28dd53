def inner():
    try:
        a = yield 1
        print("inner got", a)
        b = yield 2
        print("inner got", b)
    except KeyError as e:
        print("inner caught", repr(e))
        yield "recovered"
    finally:
        print("inner finally")
    return "inner result"
def outer():
    r = yield from inner()
    print("r =", r)
    r2 = yield from [10, 20]
    print("r2 =", r2)
    yield from ()
    yield from "ab"
    return "outer result"
g = outer()
print(next(g), g.send("x"), g.throw(KeyError("k")), next(g), next(g), list(g))
g = outer(); next(g)
g.close()
def delegate():
    try:
        yield from inner()
    except ValueError as e:
        print("delegate caught", e)
        yield "after"
g = delegate(); next(g)
print(g.throw(ValueError("v")))
def flatten(x):
    if isinstance(x, list):
        for i in x: yield from flatten(i)
    else:
        yield x
print(list(flatten([1, [2, [3, [4]], 5], []])))
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 2: raise StopIteration("it result")
        return self.i
    def send(self, v): return ("sent", v)
    def throw(self, *a): return ("thrown", type(a[0]).__name__)
    def close(self): print("it closed")
def via():
    r = yield from It()
    print("via", r)
g = via()
print(next(g), g.send("q"), g.throw(ValueError("z")), next(g))
try:
    next(g)
except StopIteration: pass
g = via(); next(g); g.close()
def bad(): yield from 5
def bad_send(): yield from [1, 2]
try:
    next(bad())
except TypeError as e:
    print(e)
g = bad_send(); next(g)
try:
    g.send(1)
except AttributeError as e:
    print(e)
def nested(n):
    if n: return 1 + (yield from nested(n - 1))
    yield "leaf"
    return 0
g = nested(50); print(next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)

