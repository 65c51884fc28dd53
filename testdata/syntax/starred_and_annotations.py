def f(*args: int, key: str = "k", **kw: dict[str, int]) -> None: ...
print(f.__annotations__)
x: int
y: list[int] = [1]
(z): int = 5
class C:
    a: int = 1
    b: "forward"
    c: C_undefined if False else int
    def m(self, p: "int", /, q: 'C' = None, *, r: float = 1.0) -> "C": return self
print(C.__annotations__, C.m.__annotations__, "x" in globals(), y, z, __annotations__)
def local():
    v: undefined_is_fine
    w: int = 3
    return w
print(local(), local.__annotations__)
o = C()
o.attr: int = 7
d = {}
d["k"]: str = "v"
print(o.attr, d, "attr" in C.__annotations__)
a, *b, c = "hello"
print(a, b, c)
*a, = range(3)
[first, *_] = [1, 2]
print(a, first, _)
def show(*a, **k): return a, k
print(show(*"ab", 1, *[2], x=1, **{"y": 2}), show(*(), **{}), [*range(2), *"c"], {*[1], *{2}}, {**{}, "z": 1, **{"z": 2}})
for i, *rest in [(1, 2, 3), "ab"]: print(i, rest)
print([*(lambda: (yield 1))()], (*[1, 2], 3)[1], *sorted({3, 1}), sep="/")
def ret(*a): return *a, "end"
print(ret(1, 2), ret())
print(max(*[1, 5], 3), "{} {}".format(*"ab"), "{x}".format(**{"x": 1}), print(*[], sep="") is None, dict(**{"a": 1}, b=2), list(zip(*[(1, 2), (3, 4)])))
t = 1, *[2, 3]
print(t, type(t))
def deco(*a, **k): return lambda f: (a, k, f.__name__)
@deco(*[1], **{"k": 2})
def g(): pass
print(g)
class D(*[C], **{}): pass
print(D.__mro__[1].__name__)
s = slice(*[1, 5, 2])
print("0123456"[s], [0, 1, 2][*[slice(1, 3)]] if False else "n/a")
for bad in ("*a", "a = *b", "print(*)", "*a, *b = c", "(*a)", "[*]", "{**}", "f(**a, *b)", "f(*a=1)", "for *a in b: pass", "del *a", "return *a", "x: int, y: int", "x: int = yield = 1", "def f(*, **k): pass", "lambda *: 0", "*a += 1", "{*a: 1}", "{**a: 1}", "f(**a, b)", "f(a for a in b, c)", "f(a=1, b)", "f(a=1, a=1)", "(x for x in *a)", "x = *a,", "for x in *a, b: pass", "yield *a"):
    try:
        compile(bad, "s", "exec")
        print(bad, "ok")
    except SyntaxError as e:
        print(bad, "->", e.msg)

