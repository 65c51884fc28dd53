from itertools import chain, islice, count, takewhile, zip_longest
from collections.abc import Iterator, Iterable, Mapping, MutableMapping, Sequence, Callable, Hashable, Sized, Generator, Awaitable
class Countdown(Iterator):
    def __init__(self, n): self.n = n
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), isinstance(Countdown(1), Iterable), iter(c := Countdown(2)) is c)
class Seq(Sequence):
    def __init__(self, *xs): self.xs = xs
    def __getitem__(self, i): return self.xs[i]
    def __len__(self): return len(self.xs)
s = Seq(1, 2, 3, 2)
print(list(s), list(reversed(s)), s.index(2), s.count(2), 3 in s, 9 in s)
class CaseMap(MutableMapping):
    def __init__(self, **k): self.d = {}; self.update(k)
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = CaseMap(A=1, b=2)
m["C"] = 3
print(m["a"], m.get("Z", "none"), "B" in m, sorted(m.items()), m.pop("c"), m.setdefault("D", 4), len(m), dict(m), list(m.keys()), m == {"a": 1, "b": 2, "d": 4}, {**m})
try:
    m["zz"]
except KeyError as e:
    print("KeyError", e)
try:
    Seq2 = type("Seq2", (Sequence,), {})()
except TypeError as e:
    print(e)
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance(len, Callable), isinstance((), Hashable), isinstance([], Hashable), isinstance("", Sized), isinstance((i for i in ()), Generator), issubclass(dict, MutableMapping), isinstance({}.keys(), Iterable), isinstance(5, Awaitable))
def chunks(it, n):
    it = iter(it)
    while chunk := list(islice(it, n)): yield chunk
print(list(chunks(range(7), 3)), list(takewhile(lambda x: x < 20, (x * x for x in count()))), list(zip_longest("ab", [1, 2, 3])), list(chain("a", [1], {2: 3})))
def peekable(it):
    it = iter(it)
    buf = []
    def peek(d=None):
        if not buf:
            try:
                buf.append(next(it))
            except StopIteration: return d
        return buf[0]
    def nxt(): return buf.pop() if buf else next(it)
    return peek, nxt
p, n = peekable("ab")
print(p(), p(), n(), n(), p("end"))
def window(seq, k): return zip(*(seq[i:] for i in range(k)))
print(list(window([1, 2, 3, 4], 3)), [sum(w) for w in window(range(6), 2)])
def coroutine(f):
    def start(*a):
        g = f(*a); next(g); return g
    return start
@coroutine
def grep(pat, out):
    while True:
        line = yield
        if pat in line: out.append(line)
out = []
g = grep("py", out)
for l in ("python", "go", "pypy"): g.send(l)
g.close()
print(out)
class Reuse:
    def __init__(self, f): self.f = f
    def __iter__(self): return self.f()
r = Reuse(lambda: (x for x in range(3)))
print(list(r), list(r), sum(r), max(r))

