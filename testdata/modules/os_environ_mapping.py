"""os.environ as a mutable mapping, before and after the abstract classes are there."""
import os
e = os.environ
e.clear()
e["A"] = "1"
e.update({"B": "2"}, C="3")
e.update([("D", "4")])
print(e, len(e), "A" in e, "Z" in e, e.get("A"), e.get("Z"), e.get("Z", 5))
print(e.pop("A"), e.pop("A", None), e.setdefault("B", "x"), e.setdefault("E", "5"))
try:
    e.pop("A")
except KeyError as x:
    print("KeyError", x, x.__suppress_context__)
for bad in (1, b"x", None):
    try:
        print(bad in e)
    except TypeError as x:
        print(x)
    try:
        e.get(bad)
    except TypeError as x:
        print(x)
print(e == dict(e), e == {}, e != {}, e == [1], e | {"Q": "1"}, {"Q": "1"} | e, e == os.environ)
print(list(e), dict(e), {**e}, sorted(e.copy().items()))
try:
    hash(e)
except TypeError as x:
    print(x)
try:
    reversed(e)
except TypeError as x:
    print(x)
try:
    e | 3
except TypeError as x:
    print(x)
import collections.abc as cabc
print(isinstance(e, cabc.MutableMapping), isinstance(e, cabc.Mapping), issubclass(type(e), cabc.Collection))
print(e.keys(), e.values(), e.items())
print(sorted(e.keys() & {"B", "X"}), sorted(e.items()), sorted(e.values()))
class M(cabc.Mapping):
    def __getitem__(self, k): return {"m": "1"}[k]
    def __iter__(self): return iter(["m"])
    def __len__(self): return 1
print(e | M(), M() | e if hasattr(M, "__or__") else e.__ror__(M()), e == M())
e.update(M())
class K:
    def keys(self): return ["k"]
    def __getitem__(self, k): return k * 2
e.update(K())
e |= {"or": "1"}
print(e, os.environb.get(b"k"), os.getenv("m"))
print(e.popitem(), len(e))
e.clear()
try:
    e.popitem()
except KeyError as x:
    print("empty", x.args)
for bad in ((1, "a"), ("a", 1)):
    try:
        e[bad[0]] = bad[1]
    except TypeError as x:
        print(x)
print(type(e).__name__, type(e).__qualname__, type(e).__module__, type(type(e)).__name__)
