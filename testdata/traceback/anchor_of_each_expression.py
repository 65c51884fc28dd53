# Where a traceback shows each kind of expression that fails.
import traceback, sys
class A:
    x = None
    def __getitem__(self, i): raise IndexError(i)
    def __add__(self, o): raise TypeError("add")
    def __call__(self, *a, **k): raise ValueError("call")
    def __getattr__(self, n): raise AttributeError("attr " + n)
    def __neg__(self): raise ArithmeticError
    def __contains__(self, x): raise LookupError("in")
    def __iter__(self): raise RuntimeError("iter")
    def __enter__(self): raise OSError(2, "no")
    def __exit__(self, *a): pass
    def __bool__(self): raise ValueError("bool")
    def __eq__(self, o): raise ValueError("eq")
    def __format__(self, s): raise ValueError("format")
    def __setitem__(self, k, v): raise KeyError(k)
    def __delitem__(self, k): raise KeyError(k)
    def __iadd__(self, o): raise ValueError("iadd")
    def __index__(self): raise ValueError("index")
a = A()
fs = []
def reg(f): fs.append(f); return f
@reg
def f1(): return 1 + a[0] + 2
@reg
def f2(): return (a + 1) * 2
@reg
def f3(): return a(1, *[2], k=3).foo
@reg
def f4(): return [a.foo for _ in range(3)]
@reg
def f5(): x = 1 if -a else 2
@reg
def f6(): return 3 in a and 5
@reg
def f7():
    for i in a:
        pass
@reg
def f8():
    with a as b:
        pass
@reg
def f9():
    if a:
        pass
@reg
def f10():
    while not a: pass
@reg
def f11(): assert a, "msg"
@reg
def f12(): return a == 1 == 2
@reg
def f13(): return f"hello {a:>10} there"
@reg
def f14(): a["key"] = 5
@reg
def f15(): del a["key"], a["b"]
@reg
def f16():
    global a
    a += 1
@reg
def f17(): return [1,2,3][a]
@reg
def f18(): return "abc"[1:a:2]
@reg
def f19(): x, y = a
@reg
def f20(): x, *y = 5
@reg
def f21(): [*a]
@reg
def f22(): {**a}
@reg
def f23(): print(*a)
@reg
def f24(): print(**a)
@reg
def f25(): (lambda: a.foo)()
@reg
def f26(): {k: v for k, v in [1]}
@reg
def f27(): {1: a.x.y}
@reg
def f28(): {a, [1]}
@reg
def f29(): return not a
@reg
def f30(): return a or 1
@reg
def f31(): x = yield_() + 1
@reg
def f32(): raise a
@reg
def f33(): raise ValueError from 5
@reg
def f34(): from sys import nothing_here
@reg
def f35(): import nothing_there.x as y
@reg
def f36():
    (x := a.y)
@reg
def f37(): return 1 < a.b < 3
@reg
def f38(): a.b.c.d = 5
@reg
def f39(): int.x.y = 5
@reg
def f40():
    int.x = 5
@reg
def f41(): ~"a"
@reg
def f42(): "a" @ 5
@reg
def f43(): return (1,
      2,
      a.foo,
      3)
for f in fs:
    try:
        f()
    except BaseException:
        print(f.__name__)
        traceback.print_exc(file=sys.stdout)
