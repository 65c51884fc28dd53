print([x * x for x in range(5)], [x for x in "abc" if x != "b"], [(x, y) for x in range(2) for y in range(x + 1)])
print({x: x ** 2 for x in range(3)}, {k: v for k, v in zip("ab", [1, 2])}, {v: k for k, v in {"a": 1}.items()})
print(sorted({x % 3 for x in range(10)}), {(a, b) for a in [1] for b in [2]})
print(list(x for x in range(3)), sum(x for x in range(4)), any(x > 2 for x in range(4)), all(x for x in []))
print([[i * j for j in range(3)] for i in range(3)])
print([y for x in [[1, 2], [3]] for y in x], [x for x in range(30) if x % 2 == 0 if x % 3 == 0])
print([a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ["abc", "de"]], [x if x else "zero" for x in (0, 1)])
print([last := x for x in range(3)], last, [y := f(x) for f in [abs] for x in [-1, 2]], y)
print([lambda: x for x in range(2)][0](), [*range(3), *[9]], [(lambda v: v + 1)(x) for x in (1, 2)])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [list(c) for c in zip(*m)])
print({i: {j: i * j for j in range(2)} for i in range(2)}, [{x} for x in "ab"], [{x: 1} for x in "a"])
def g():
    print("iter evaluated")
    return [1, 2]
gen = (x for x in g())
print("lazy body")
print(next(gen))
print([x for x in range(3) for x in range(x)], [i for i in (1, 2, 3) if (j := i * 2) > 2], j)
print(dict([(i, i) for i in "xy"]), dict((i, 1) for i in "z"), tuple(i for i in "ab"), "".join(c.upper() for c in "hey"))
for s in ("[x for x in 5]", "[x for x, y in [1]]", "[1/x for x in (1, 0)]", "{[]: 1 for _ in [1]}", "{[] for _ in [1]}", "[undefined for x in [1]]", "dict(x for x in [1])", "dict([(1, 2, 3)])", "{**x for x in [1]}", "[x async for x in y]", "[*x for x in y]", "(x for x in 5)"):
    try:
        eval(s)
        print(s, "fine")
    except Exception as e:
        print(s, "->", type(e).__name__, getattr(e, "msg", e))

