class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
print(p.x, P.__slots__, hasattr(p, "__dict__"), type(P.x).__name__, P.x)
for s in ("p.y", "p.z = 1", "p.z", "del p.y", "p.__dict__"):
    try:
        exec(s)
        print(s, "ok")
    except Exception as e:
        print(s, "->", type(e).__name__, e)
class Q(P): pass
q = Q(2)
q.new = 3
print(q.x, vars(q))
class R(P):
    __slots__ = ["z", "__dict__"]
r = R(1); r.z = 2; r.w = 3
print(r.x, r.z, r.w, r.__dict__)
class S:
    __slots__ = {"a": "doc a", "b": "doc b"}
print(S.a.__doc__, S.__slots__["b"])
for src in ("class T:\n __slots__ = ('x',)\n x = 1", "class T:\n __slots__ = (1,)", "class T:\n __slots__ = ('a b',)", "class T:\n __slots__ = ('x', 'x')", "class T(int):\n __slots__ = ('x',)", "class T(P, S): pass", "class T:\n __slots__ = 'single'\nt = T(); t.single = 1; print(t.single)", "class T(tuple):\n __slots__ = ()\nprint(T([1]))", "class U:\n __slots__ = ('__private',)\nprint(list(vars(U))[:3])"):
    try:
        exec(src)
        print("ok")
    except Exception as e:
        print(type(e).__name__, e)
class Empty: __slots__ = ()
e = Empty()
try:
    e.x = 1
except AttributeError as x:
    print(x)
print(P.x.__get__(p), P.x.__name__, P.x.__objclass__)
o = object()
try:
    o.x = 1
except AttributeError as x:
    print(x)

