data = [("x", 3), ("a", 1), ("b", 3), ("c", 2), ("d", 1), ("e", 2)]
print(sorted(data, key=lambda t: t[1]), sorted(data, key=lambda t: t[1], reverse=True))
class K:
    cmp = 0
    def __init__(self, v, t): self.v, self.t = v, t
    def __lt__(self, o): K.cmp += 1; return self.v < o.v
    def __repr__(self): return f"{self.v}{self.t}"
ks = [K(v, t) for t, v in enumerate([2, 1, 2, 0, 1, 2, 0])]
print(sorted(ks), sorted(ks, reverse=True))
import random
r = random.Random(5)
big = [r.randrange(1000) for _ in range(2000)]
s = sorted(big)
print(all(a <= b for a, b in zip(s, s[1:])), s[:5], s[-5:], sum(s) == sum(big))
runs = list(range(100)) + list(range(50, 0, -1)) + [7] * 20
print(sorted(runs) == sorted(runs[::-1]), sorted(runs)[60:70])
class Err:
    def __lt__(self, o): raise ZeroDivisionError("cmp")
try:
    sorted([Err(), Err()])
except ZeroDivisionError as e:
    print(e)
l = [3, 2, 1]
class Mut:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        l.append(1)
        return self.v < o.v
l = [Mut(2), Mut(1), Mut(3)]
try:
    l.sort()
except ValueError as e:
    print(e)
def key(x):
    if x == 2: raise KeyError("key failed")
    return x
l = [3, 2, 1]
try:
    l.sort(key=key)
except KeyError as e:
    print(e, l)
print(sorted(["B", "a", "C"], key=str.lower), sorted([1, "a", None, 2.5], key=str), sorted([(1, "z"), (1, "a")], key=lambda x: x[0]), sorted([True, False, 2, 0]), sorted(["10", "9", "1"], key=int), sorted([[3], [1, 2], []], key=len), sorted("a1B2"), sorted([0.0, -0.0, 0]), sorted([3, -1, 2], key=abs), sorted([b"b", b"a"]), sorted([{1, 2}, {1}]), sorted([(2, 1), (1, 2), (1, 1)]))
print(min("apple", "fig", key=len), max([("a", 1), ("b", 1)], key=lambda t: t[1]), sorted(enumerate("cab"), key=lambda p: p[1]), sorted({"x": 2, "y": 1}.items(), key=lambda kv: kv[1]))
l = [5, 3, 4]
print(l.sort() is None, l, list(reversed(l)), sorted(l, key=None, reverse=1), sorted(l, reverse=False))

