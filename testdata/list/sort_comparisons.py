class A(str):
    def __str__(self): return "AA"
print(format(A("x")), f"{A('x')}", f"{A('x'):5}|", "{:>5}".format(A('x')), str.__format__(A('x'), ''))
import functools, random
r = random.Random(5)
log = []
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        log.append((self.v, o.v)); return self.v < o.v
for n in list(range(1, 40)) + [50, 60, 63]:
    for rng in (2, 5, 100):
        data = [K(r.randrange(rng)) for _ in range(n)]
        log.clear()
        out = [k.v for k in sorted(data, reverse=n % 2 == 0)]
        print(n, out, hash(tuple(log)), len(log))
        for pat in (list(range(n)), list(range(n, 0, -1)), [1] * n, [3, 3, 2, 2, 1, 1, 5] * (n // 7)):
            log.clear(); out = [k.v for k in sorted(map(K, pat))]
            print(n, out == sorted(pat), hash(tuple(log)), len(log))
