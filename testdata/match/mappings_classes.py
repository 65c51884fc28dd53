class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P):
    z = 3
def f(o):
    match o:
        case P(0, 0): return "origin"
        case P(x=0, y=y): return f"on y {y}"
        case Q(x, y, z=z): return f"Q {x} {y} {z}"
        case P(x, y) if x == y: return f"diag {x}"
        case P(x): return f"P {x}"
        case int(n) | float(n): return f"num {n}"
        case str(s): return f"s {s}"
        case [P(), *_]: return "list of P"
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": t, **rest}: return f"{t} {rest}"
        case {1: _, 2: [a, b]}: return f"{a} {b}"
        case dict(d): return f"dict {d}"
        case bool(): return "bool"
        case type(): return f"type {o.__name__}"
        case list([a]) | tuple((a,)): return a
        case _: return "?"
for o in (P(0, 0), P(0, 5), Q(1, 2), P(3, 3), P(1, 2), 5, 2.5, True, "s", [P(1, 1)], {"type": "circle", "r": 2, "x": 1}, {"type": "sq", "a": 1}, {1: 0, 2: [7, 8]}, {}, int, [4], (5,), None):
    print(f(o))
import collections
D = collections.defaultdict(list)
match D:
    case {"missing": x}: print("no default creation")
    case _: print("not created", dict(D))
class Color:
    RED = 1
    class Inner: V = 2
def g(x):
    match x:
        case Color.RED: return "red"
        case Color.Inner.V: return "inner"
    return "none"
print(g(1), g(2), g(3))
class NoArgs: pass
class BadArgs: __match_args__ = [1]
class BadArgs2: __match_args__ = (1,)
for src in ("match NoArgs():\n case NoArgs(1): pass", "match BadArgs():\n case BadArgs(1): pass", "match BadArgs2():\n case BadArgs2(1): pass", "match P(1, 2):\n case P(1, 2, 3): pass", "match P(1, 2):\n case P(1, x=1): pass", "match 1:\n case x.y: pass", "match 1:\n case Undefined(): pass", "match 1:\n case int(1, 2): pass", "match {}:\n case {'a': 1, 'a': 2}: pass", "x = 5\nmatch 1:\n case x(): pass", "match 1:\n case int(real=r): print(r)"):
    try:
        exec(src)
    except Exception as e:
        print(type(e).__name__, getattr(e, "msg", e))
class Seq(collections.UserList): pass
match Seq([1, 2]):
    case [a, b]: print("userlist", a, b)
import dataclasses
@dataclasses.dataclass
class DC:
    a: int
    b: str = "b"
match DC(1):
    case DC(1, b): print(b)
Pt = collections.namedtuple("Pt", "x y")
match Pt(1, 2):
    case Pt(x, y=2): print(x)
match Pt(1, 2):
    case (x, y): print("as tuple", x, y)

