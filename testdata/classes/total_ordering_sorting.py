import functools
@functools.total_ordering
class V:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return "V" + ".".join(map(str, self.p))
print(V(1, 2) <= V(1, 3), V(2) >= V(1, 9), V(1) > V(1), sorted([V(3), V(1, 5), V(1)]), max(V(1), V(2)), min([V(3), V(2)]))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        calls.append((self.v, o.v))
        return self.v < o.v
    def __repr__(self): return str(self.v)
calls = []
print(sorted([K(3), K(1), K(2)]), len(calls) > 0)
print(max([K(1), K(5)], key=lambda k: -k.v), min([K(2)], default=0), max([], default="none"))
data = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(data), sorted(data, key=lambda t: t[1]), sorted(data, key=lambda t: (-t[1], t[0])), sorted(data, reverse=True, key=lambda t: t[1]))
words = "banana Apple cherry apple Banana".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
l = [5, 2, 9]
print(l.sort(), l, l.sort(reverse=True), l, l.sort(key=lambda x: x % 5), l)
for e in ("sorted([1, 'a'])", "sorted([3, None])", "[1, 'x'].sort()", "sorted(5)", "sorted([1], key=5)", "sorted([1], lambda x: x)", "sorted()", "sorted([1], foo=1)", "max()", "max([])", "max(1)", "max(1, 'a')", "min([], key=len)", "max(1, 2, default=3)", "sorted([{}, {}])", "sorted([1j, 2j])", "[1].sort(5)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
l = [3, 1, 2]
def key(x):
    l.append(9)
    return x
try:
    l.sort(key=key)
except ValueError as e:
    print(e, l)
print(sorted([3, 1, float("-inf"), 2.5, True]), sorted("hello"), sorted({3: 1, 1: 2}), sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]))
print(sorted(range(20), key=lambda x: x % 3))
print(functools.cmp_to_key(lambda a, b: b - a)(3) < functools.cmp_to_key(lambda a, b: b - a)(2) if 0 else sorted([1, 3, 2], key=functools.cmp_to_key(lambda a, b: b - a)))

