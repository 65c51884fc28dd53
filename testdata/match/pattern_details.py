from enum import Enum
class E(Enum): A = 1; B = 2
def kind(x):
    match x:
        case E.A: return "enum A"
        case bool(b): return f"bool {b}"
        case int(n) if n < 0: return "negative"
        case 0 | 1 | 2 as small: return f"small {small}"
        case int(): return "int"
        case float(f) if f != f: return "nan"
        case "quit" | "exit": return "leave"
        case str(s) if s.isupper(): return f"shout {s}"
        case [[a, b], [c, d]]: return f"2x2 {a + d}"
        case [("add" | "sub") as op, int(l), int(r)]: return f"{op} {l} {r}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case [_, _]: return "pair"
        case (x,): return f"single {x!r}"
        case {"op": str(op), "args": [*args]}: return f"{op}({args})"
        case {"k": None}: return "k none"
        case {"a": {"b": {"c": v}}}: return f"deep {v}"
        case {**everything} if everything: return f"keys {sorted(everything)}"
        case set() | frozenset(): return "set"
        case type(__name__=n): return f"class {n}"
        case object(real=r): return f"has real {r}"
        case _: return "?"
for v in (E.A, E.B, True, -5, 1, 99, 1.5, float("nan"), "quit", "LOUD", "quiet", [[1, 2], [3, 4]], ["add", 1, 2], ["mul", 1, 2], [7, 8, 7], (1, 2), ["x"], {"op": "f", "args": (1, 2)}, {"k": None, "z": 1}, {"a": {"b": {"c": 9}}}, {"q": 1}, {}, {1}, int, 2j, None, b"b", range(2), iter([])):
    print(repr(v)[:24].split(" at ")[0], "=>", kind(v))
class Expr: __match_args__ = ("l", "r"); 
class Add(Expr):
    def __init__(self, l, r): self.l, self.r = l, r
class Mul(Expr):
    def __init__(self, l, r): self.l, self.r = l, r
def ev(e):
    match e:
        case int(): return e
        case Add(0, x) | Add(x, 0): return ev(x)
        case Add(l, r): return ev(l) + ev(r)
        case Mul(l=0) | Mul(r=0): return 0
        case Mul(l, r): return ev(l) * ev(r)
print(ev(Add(Mul(2, 3), Add(0, 4))), ev(Mul(0, Add(1, 2))))
seen = []
class Spy:
    def __eq__(self, o): seen.append(o); return o == 3
match Spy():
    case 1: print("1")
    case 3: print("three", seen)
match [1, 2, 3]:
    case [1, x, 3] if (y := x * 10) > 10: print(x, y)
x = "outer"
match 5:
    case x if x > 10: pass
    case _: print("x was bound anyway:", x)
match {"a": 1}:
    case {"a": a, "b": b}: print("no")
    case {"a": a}: print("a", a)
def ret(v):
    for i in range(3):
        match i:
            case 0: continue
            case 1 if v: break
            case 2: return "two"
    return "broke"
print(ret(True), ret(False))
match ():
    case []: print("empty tuple matches []")
match "":
    case "": print("empty string")
match -0.0:
    case 0: print("minus zero is zero")
match 1:
    case 1.0: print("float pattern")
