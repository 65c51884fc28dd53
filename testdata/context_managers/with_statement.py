class CM:
    def __init__(self, name, ret=None, enter_exc=None, exit_exc=None):
        self.name, self.ret, self.enter_exc, self.exit_exc = name, ret, enter_exc, exit_exc
    def __enter__(self):
        print("enter", self.name)
        if self.enter_exc: raise self.enter_exc
        return self
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v, tb is not None)
        if self.exit_exc: raise self.exit_exc
        return self.ret
with CM("a") as a: print("body", a.name)
with CM("a"), CM("b") as b: print(b.name)
with (CM("p"), CM("q") as q,): print("paren", q.name)
with CM("swallow", True): 1 / 0
print("after swallow")
try:
    with CM("o"), CM("i"): raise ValueError("v")
except ValueError as e:
    print("caught", e)
try:
    with CM("o"), CM("i", enter_exc=KeyError("in enter")): print("never")
except KeyError as e:
    print(repr(e))
try:
    with CM("x", exit_exc=TypeError("in exit")): raise ValueError("body")
except TypeError as e:
    print(repr(e), repr(e.__context__))
def f():
    with CM("ret"): return "value"
print(f())
for i in range(3):
    with CM(i):
        if i == 0: continue
        if i == 1: break
class Tup:
    def __enter__(self): return 1, [2, 3]
    def __exit__(self, *a): return None
with Tup() as (one, [two, three]): print(one, two, three)
lst = [0]
with Tup() as lst[0]: print(lst)
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
class Async:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for cm in (5, NoExit(), NoEnter(), Async(), CM):
    try:
        with cm: pass
    except TypeError as e:
        print(e)
class BadExit:
    def __enter__(self): pass
    def __exit__(self): pass
try:
    with BadExit(): pass
except TypeError as e:
    print(e)
def gen():
    with CM("gen"):
        yield 1
        yield 2
g = gen(); next(g); g.close()
with CM("nested", True):
    with CM("raises", exit_exc=KeyError("k")):
        pass
print("end")

