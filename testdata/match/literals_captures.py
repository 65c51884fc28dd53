def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -1: return "neg one"
        case 1.5: return "float"
        case 2 + 3j: return "complex"
        case "a" | "b": return "letter"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "never: 1 matched first"
        case False: return "never"
        case str() as s: return f"str {s}"
        case [] | (): return "empty seq"
        case [x]: return f"one {x}"
        case [x, y]: return f"two {x} {y}"
        case [x, *rest, z]: return f"many {x} {rest} {z}"
        case {}: return f"dict {x}"
        case _: return "other"
for v in (0, 0.0, False, True, 2, -1, 1.5, 2 + 3j, "a", "zz", b"x", None, [], (), [1], (1, 2), [1, 2, 3, 4], {}, {"a": 1}, {1}, object, "", range(3), bytearray(b"x")):
    print(repr(v), f(v))
def g(cmd):
    match cmd.split():
        case ["go", ("north" | "south") as d]: return d
        case ["get", obj] if obj != "lamp": return f"got {obj}"
        case ["get", _]: return "no lamp"
        case ["drop", *objs]: return objs
        case [first, _, *_]: return first
        case other: return other
for c in ("go north", "go up", "get sword", "get lamp", "drop a b c", "drop", "x y z", "q"): print(g(c))
match 5:
    case n if n > 10: print("big")
    case n: print("n", n)
print(n)
match (1, (2, [3, 4])):
    case (a, (b, [c, *d])): print(a, b, c, d)
match [1, [2, 3]]:
    case [1, [2, x] as inner]: print(inner, x)
match 1, 2:
    case 1, *_: print("tuple subject")
match "abc":
    case ["a", *_]: print("strings are not sequences")
    case "abc": print("string")

