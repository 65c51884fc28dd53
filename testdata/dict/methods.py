d = {"a": 1, "b": 2}
print(d, d["a"], d.get("z"), d.get("z", 0), "a" in d, 1 in d, len(d), list(d), list(d.keys()), list(d.values()), list(d.items()), d == {"b": 2, "a": 1}, d != {}, bool({}), dict(a=1), dict([("x", 1)]), dict({"y": 2}, z=3), dict(zip("ab", [1, 2])), {}, {1: {2: {}}}, dict.fromkeys("ab"), dict.fromkeys([1, 2], []), {**d, "c": 3}, d | {"a": 9}, {"q": 0} | d)
d["c"] = 3; d.update({"a": 10}); d.update([("e", 5)], f=6); d.setdefault("g", 7); d.setdefault("a", 99); d |= {"h": 8}; d |= [("i", 9)]
print(d, d.pop("a"), d.pop("zz", "none"), d.popitem(), d.setdefault("n"), d)
del d["b"]
d["b"] = "moved to end"
print(list(d), list(reversed(d)), list(reversed(d.items()))[:1], d.copy() == d, d.copy() is d)
k, v, i = d.keys(), d.values(), d.items()
d["new"] = 1
print(k, v, i, len(k), "new" in k, ("new", 1) in i, 1 in v, k & {"c", "x"}, sorted(k | {"zz"})[-1], k - d.keys(), {"c"} <= k, k == set(d), i == d.items(), v == d.values(), isinstance(k, type({}.keys())), k.mapping["c"], k.isdisjoint(["q"]), sorted(k ^ {"c"})[:2])
print({1: "a", 1.0: "b", True: "c"}, {(1, 2): 3}, {None: 1}, {"a": 1, "a": 2}, {i: i * i for i in range(3)}, str({"x": [1]}), repr({}), {1: 2} == {1: 2.0}, {frozenset([1]): 1})
for e in ("d['zz']", "{}['a']", "{}[1]", "{}[(1, 2)]", "{}[None]", "d.pop('zz')", "{}.popitem()", "{[]: 1}", "{{}: 1}", "d[[]]", "d.get([])", "[] in d", "dict(5)", "dict([1])", "dict([(1, 2, 3)])", "dict(['ab', 'cd'])", "dict('ab')", "dict(a=1, **{'a': 2})", "dict(1, 2)", "d.update(5)", "d.update([5])", "d.get()", "d < {}", "d + {}", "d | 5", "d | [(1, 2)]", "d.fromkeys(5)", "dict.fromkeys()", "hash(d)", "d.foo", "d.keys()[0]", "d.items().foo", "d.setdefault()", "d.pop()", "del d['zz']", "d()", "{**5}", "{}.update({}, {})", "dict(**{1: 2})", "d.copy(1)", "iter(d.keys()).foo", "d.keys() & 5", "d.values() == 5", "{1, 2}[0]", "d.keys() < 5", "d.setdefault([], 1)"):
    try:
        print(e, eval(e) if not e.startswith("del") else exec(e))
    except Exception as ex:
        print(e, "->", type(ex).__name__, ex)
d.clear(); print(d)
class M(dict):
    def __missing__(self, k): return f"missing {k}"
m = M(a=1)
print(m["a"], m["q"], m.get("q"), "q" in m, m, type(m | {}).__name__, type(m.copy()).__name__, M.fromkeys("a"))
n = {}
for i in range(1000): n[i] = i
for i in range(0, 1000, 2): del n[i]
n[0] = "re"
print(len(n), list(n)[:3], list(n)[-2:], sum(k for k in n))
x = {"z": 1, "a": 2}
x["z"] = 3
print(x, list(x.items()), sorted(x), min(x), max(x.values()), sum(x.values()), [k + str(v) for k, v in x.items()], {v: k for k, v in x.items()}, dict(sorted(x.items())), list(map(lambda kv: kv[0], x.items())), x.__contains__("z"), x.__len__(), x.__getitem__("a"))

