class Seq:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step)
        if not 0 <= i < self.n: raise IndexError(i)
        return i * 10
s = Seq(3)
print(list(s), 20 in s, 5 in s, list(reversed(s)), s[1:2], s[::2], bool(s), bool(Seq(0)), max(s), sum(s), tuple(enumerate(s)), [*s], sorted(s, reverse=True))
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), list(zip(It(), It())), dict.fromkeys(It()), set(It()) == {1, 2, 3})
it = It()
print(2 in it, list(it))
class Con:
    def __contains__(self, x): return "truthy" if x else ""
print(1 in Con(), 0 in Con(), 1 not in Con())
class D(dict):
    def __missing__(self, k):
        self[k] = v = k * 2
        return v
d = D(a=1)
print(d["a"], d["b"], d.get("c"), d, "c" in d)
class BadLen:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
for v in (-1, "x", 1.5, 10 ** 30, True):
    try:
        print(len(BadLen(v)))
    except Exception as e:
        print(type(e).__name__, e)
class BadBool:
    def __bool__(self): return 1
class BadIter:
    def __iter__(self): return 5
class BadIter2: __iter__ = None
class NoNext:
    def __iter__(self): return object()
class BadHash:
    def __hash__(self): return "x"
class BadIndex:
    def __index__(self): return 1.0
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None
    def __format__(self, s): return 1
    def __bytes__(self): return "x"
    def __int__(self): return "1"
    def __float__(self): return 1
    def __complex__(self): return 1
    def __dir__(self): return 5
    def __length_hint__(self): return -1
for e in ("bool(BadBool())", "iter(BadIter())", "list(BadIter2())", "list(NoNext())", "hash(BadHash())", "[1, 2][BadIndex()]", "str(BadStr())", "repr(BadStr())", "format(BadStr())", "bytes(BadStr())", "int(BadStr())", "float(BadStr())", "complex(BadStr())", "dir(BadStr())", "{[]: 1}", "next(5)", "next([])", "reversed(5)", "iter(5)", "reversed({1})", "len(5)", "[][object()]"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

