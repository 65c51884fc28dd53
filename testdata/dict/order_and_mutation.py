d = {}
for c in "hello world": d[c] = d.get(c, 0) + 1
print(d)
it = iter(d)
next(it)
d["h"] = 100
print(next(it))
d["new"] = 1
try:
    next(it)
except RuntimeError as e:
    print(e)
it = iter({1: 1, 2: 2}.items())
print(next(it), list(it), it.__length_hint__())
x = {1: 1, 2: 2, 3: 3}
it = iter(x)
next(it)
x.pop(3); x[4] = 4
try:
    print(list(it))
except RuntimeError as e:
    print(e)
class K:
    def __init__(self, v, h): self.v, self.h = v, h
    def __hash__(self): return self.h
    def __eq__(self, o): log.append((self.v, o.v)); return self.v == o.v
    def __repr__(self): return f"K{self.v}"
log = []
q = {K(1, 5): "a", K(2, 5): "b", K(3, 6): "c"}
print(q, log)
log.clear()
print(q[K(2, 5)], log)
log.clear()
print(q.get(K(9, 5)), log, q.get(K(9, 7)))
a = dict.fromkeys(range(5), 0)
for k in list(a): 
    if k % 2: del a[k]
print(a)
keys = a.keys()
a[10] = 1
print(keys, len(keys), list(a.values()))
big = {str(i): i for i in range(500)}
print(sum(big.values()), list(big)[123], big["321"], "500" in big)
while len(big) > 3: big.popitem()
print(big)
nested = {}
nested.setdefault("a", {}).setdefault("b", []).append(1)
print(nested)
def kw(**k): return k
print(kw(b=1, a=2), list(kw(z=1, y=2)), kw(**{"with space": 1}))
from collections import OrderedDict
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, list(o), o == {"a": 1, "b": 2}, o == OrderedDict(a=1, b=2), o.popitem(last=False), o)
w = {1: "x"}
w2 = w
w2 |= {2: "y"}
print(w, w2 is w)
print({True: 1, 1: 2, 1.0: 3, "1": 4}, {0: "a", False: "b", -0.0: "c"})
s = {}
s["self"] = s
print(s, s == s)

