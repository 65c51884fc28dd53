def show(*a, **k): print(a, k)
show(*range(3), *"ab", **{"x": 1}, y=2, **{"z": 3})
show(1, *[], 2, *(), **{})
order = []
def o(x):
    order.append(x)
    return x
show(o(1), *o([2]), o(3), k=o(4), **o({"m": 5}), n=o(6))
print(order)
print([*range(2), *{7: 1}], (*"hi",), {*[1, 1, 2]}, {**{"a": 1}, **{"a": 2}})
for c in ("show(*1)", "show(**1)", "show(**{1: 2})", "show(x=1, **{'x': 2})", "[*1]", "{**1}", "{*1}", "(*None,)", "show(**[('a', 1)])", "print(*1)", "print(**{'foo': 1})"):
    try:
        eval(c)
    except TypeError as e:
        print(c, "->", e)
class Map:
    def keys(self): return ["p", "q"]
    def __getitem__(self, k): return k * 2
show(**Map())
print({**Map()}, dict(Map()))
a, b, *c = {"x": 1, "y": 2, "z": 3}
print(a, b, c)
(x, y), z = [(i, i + 1) for i in range(1)][0], "z"
print(x, y, z)
print(*[1, 2, 3], sep=", ", end="!\n")
def ret(): return 1, *[2, 3], 4
print(ret())
def gen():
    yield 1, *"ab"
print(list(gen()))
for v in 1, *[2, 3]:
    print(v, end=" ")
print()

