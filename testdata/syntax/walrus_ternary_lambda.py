data = [1, 5, 2, 8]
print([y for x in data if (y := x * 2) > 4], y)
print((lambda: (z := 5) + z)(), [w := 1, w + 1, w := w + 5] if False else "skip")
def f():
    if any((bad := v) > 4 for v in data): return bad
print(f())
while (item := data.pop() if data else None) is not None: print(item, end=" ")
print(item)
print(1 if True else 2 if True else 3, (1 if False else 2) if False else 3, [i if i % 2 else -i for i in range(4)])
sel = {True: lambda: "yes", False: lambda: "no"}[1 > 0]()
print(sel, (lambda x, *a, y=2, **k: (x, a, y, k))(1, 3, y=4, z=5), (lambda: None)(), (lambda *, k: k)(k=1), (lambda a=1, /: a)())
add = lambda a: lambda b: lambda c: a + b + c
print(add(1)(2)(3), list(map(lambda t: t[0] * t[1], [(1, 2), (3, 4)])), sorted("bca", key=lambda c: -ord(c)), max([3, -5], key=lambda v: v * v))
print((lambda n: (lambda f, n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1), n))(10))
fs = [(lambda k: lambda x: x * k)(k) for k in range(3)]
print([g(10) for g in fs], (lambda: [1, 2, 3])()[1], (lambda s: s.upper())("x"))
print(x if (x := 10) > 5 else 0, (a := 1, b := 2), a + b, f"{(c := 3)} {c}", f"{c=}", {(k := "key"): k}, [k, (k := k * 2)])
print(not not (p := []), p, (q := None) or "default", q is None)
def gen():
    while (got := (yield)) is not None: print("got", got)
g = gen(); next(g); g.send(1)
try:
    g.send(None)
except StopIteration: print("stop")
for bad in ("(x := 1) = 2", "x := 1", "f(x := 1, y=(z := 2))", "lambda: x := 1", "[i := 0 for i in x]", "[x for x in (i := y)]", "class C: [(a := 1) for _ in x]", "(a, b) := 1", "def f(x := 1): pass", "x = y := 1", "f(a=x := 1)", "a[x := 1]", "{x := 1}", "{(x := 1): 2}", "assert x := 1", "del (x := 1)", "with (x := y): pass", "lambda x: (y := x)"):
    try:
        compile(bad, "s", "exec")
        print(bad, "ok")
    except SyntaxError as e:
        print(bad, "->", e.msg)

