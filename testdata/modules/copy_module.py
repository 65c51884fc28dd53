import copy
a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(99)
print(b[1] is a[1], c[1], c[2] is a[2], b == a, c == a, copy.copy((1, [2])), copy.deepcopy((1, [2])), copy.copy("s"), copy.copy(5), copy.copy({1: [2]}), copy.deepcopy({1, 2}), copy.copy(None), copy.deepcopy(len) is len)
class P:
    def __init__(self, x): self.x = x; self.l = [x]
p = P(1)
q, r = copy.copy(p), copy.deepcopy(p)
print(q.l is p.l, r.l is p.l, r.l, type(r).__name__, q is p)
class C:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return ("deep", type(memo).__name__)
print(copy.copy(C()), copy.deepcopy(C()), copy.deepcopy([C(), C()]))
l = [1]; l.append(l)
m = copy.deepcopy(l)
print(m[1] is m, m is l)
shared = [0]
d = copy.deepcopy({"a": shared, "b": shared})
print(d["a"] is d["b"])
class S:
    __slots__ = ("a", "b")
s = S(); s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, "b"), copy.copy(s).a is s.a)
class L(list):
    extra = 0
x = L([1, 2]); x.extra = [5]
y = copy.copy(x)
print(y, type(y).__name__, y.extra, y.extra is x.extra, copy.deepcopy(x).extra is x.extra)
class R:
    def __init__(self, v): self.v = v
    def __reduce__(self): return (R, (self.v * 2,))
print(copy.copy(R(2)).v, copy.deepcopy(R(3)).v)
class St:
    def __getstate__(self): return {"s": 1}
    def __setstate__(self, st): self.got = st
print(copy.copy(St()).got)
from collections import OrderedDict, deque, defaultdict, namedtuple
from dataclasses import dataclass
@dataclass
class DC: v: list
N = namedtuple("N", "a b")
print(copy.copy(OrderedDict(a=1)), copy.deepcopy(deque([[1]], 3)), copy.copy(defaultdict(list, a=[1])), copy.deepcopy(N([1], 2)), copy.deepcopy(DC([1])), copy.replace(DC([1]), v=2), copy.copy(range(3)), copy.copy(bytearray(b"x")), copy.copy(ValueError("e", 1)), copy.copy(frozenset([1])), copy.copy(slice(1, 2)) if True else 0, copy.copy(1 + 2j))
for e in ("copy.copy((i for i in []))", "copy.deepcopy((i for i in []))", "copy.copy(__import__('sys'))", "copy.copy()", "copy.replace(5)", "copy.copy(__import__('threading').Lock())"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
print(issubclass(copy.Error, Exception))

