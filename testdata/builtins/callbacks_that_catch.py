# Callbacks that catch an exception of their own: nothing of it is left for whoever called them.
def f(s):
    try: raise ValueError
    except ValueError: pass
    return False
print(any(f(s) for s in [1]))
print(any(f(s) for s in [1, 2]), list(f(s) for s in [1,2]), all(not f(s) for s in [3]))
def g(s):
    try: raise ValueError
    except ValueError: pass
    return 0
print(sum(g(s) for s in [1]), max((g(s) for s in [1]), default=3), tuple(g(s) for s in {1}), set(g(s) for s in {1: 2}))
class B:
    def __init__(self, v): self.v = v
    def __bool__(self):
        try: raise KeyError
        except KeyError: return False
print(any(B(1) for s in [1]), any([B(1)]), all([B(2)]), any(B(s) for s in {1, 2}), any(not B(s) for s in {1, 2}))
class C:
    def __bool__(self): return f(1)
    def __len__(self): return 3
print(any(C() for s in [1]), any(map(B, [1])), any(x for x in map(B, [1])), not B(1), list(filter(None, [B(1), C()])), list(filter(B, [1])))
print(any(C() for s in frozenset([1])), any(C() for s in ()), any(C() for s in {5}))
import functools, heapq, itertools, math, operator


def quiet(value):
    try:
        raise LookupError("inner")
    except LookupError:
        return value


class Item:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return quiet(self.n == getattr(other, "n", other))
    def __lt__(self, other): return quiet(self.n < other.n)
    def __hash__(self): return quiet(hash(self.n))
    def __index__(self): return quiet(self.n)
    def __float__(self): return quiet(float(self.n))
    def __add__(self, other): return quiet(Item(self.n + getattr(other, "n", other)))
    def __radd__(self, other): return quiet(Item(self.n + other))
    def __mul__(self, other): return quiet(Item(self.n * getattr(other, "n", other)))
    def __rmul__(self, other): return quiet(Item(self.n * other))
    def __repr__(self): return quiet(f"Item({self.n})")
    def __len__(self): return quiet(self.n)
    def __iter__(self): return quiet(iter([self.n]))
    def __contains__(self, x): return quiet(x == self.n)


class Counting:
    def __init__(self, n): self.n = n
    def __iter__(self): return quiet(self)
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return quiet(self.n)


class Sequence:
    def __len__(self): return quiet(2)
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return quiet(i)


class Mapping:
    def keys(self): return quiet(["a", "b"])
    def __getitem__(self, k): return quiet(k * 2)


items = [Item(3), Item(1), Item(2)]
print(sorted(items), min(items), max(items), sum(items), Item(1) in items, items.index(Item(2)), items.count(Item(3)), list(Counting(3)), tuple(Sequence()), [*Sequence()], 1 in Sequence(), 9 in Sequence(), 9 in Counting(2))
print(bytes(items), bytearray(items), math.fsum(items), math.prod(items), {*items} == set(items), dict.fromkeys(items), operator.countOf(items, Item(1)), operator.indexOf(items, Item(1)), heapq.nsmallest(2, items), heapq.nlargest(1, items), functools.reduce(operator.add, items))
print(list(filter(quiet, [0, 1])), list(map(quiet, [1])), list(itertools.takewhile(quiet, [1, 0, 2])), list(itertools.dropwhile(quiet, [1, 0, 2])), list(itertools.filterfalse(quiet, [1, 0])), [(k, list(g)) for k, g in itertools.groupby([1, 1, 2], quiet)], list(itertools.accumulate(items)), list(itertools.starmap(quiet, [(1,)])), list(zip(Counting(2), Sequence(), strict=True)), list(enumerate(Counting(1))), list(itertools.chain(Counting(1), Sequence())), list(itertools.islice(Counting(3), Item(2))), list(itertools.zip_longest(Counting(1), Sequence())), list(itertools.product(Counting(2), repeat=1)), list(itertools.compress([1, 2], Sequence())), list(itertools.batched(Counting(3), 2)), list(itertools.pairwise(Counting(3))), list(iter(lambda: quiet(1), 1)), list(reversed(Sequence())))
print({**Mapping()}, dict(Mapping()), (lambda **k: k)(**Mapping()), dict(a=0) | dict(Mapping()), "%(a)s" % Mapping(), "".join(map(str, Counting(2))), next(Counting(0), "none"), next(filter(quiet, [0]), "none"), [] == [Item(1)], [Item(1)] == [Item(1)], (Item(1), 2) < (Item(1), 3), {1: Item(2)} == {1: Item(2)}, all(map(Item, [1])), any(quiet(0) for _ in range(2)))
a, b = Sequence(); print(a, b); c, *d = Counting(3); print(c, d)
first, = Item(4); print(first, not Item(0), bool(Item(1)), len(Item(2)), [1, 2, 3][Item(1)], [0] * Item(2), range(Item(3)), round(2.5, Item(0)), 5 in Item(5), "abc".center(Item(5)), set([Item(1)]) & {Item(1)}, {Item(1)} - {Item(1)}, {Item(1): 2}[Item(1)])
