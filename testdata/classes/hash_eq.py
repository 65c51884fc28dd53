class P:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, P) and self.v == o.v
    def __hash__(self): return hash(("P", self.v))
    def __repr__(self): return f"P{self.v}"
print(P(1) == P(1), P(1) != P(1), P(1) is P(1), len({P(1), P(1), P(2)}), {P(1): "a"}[P(1)], P(3) in [P(3)], [P(1), P(2)].index(P(2)), [P(1)].count(P(1)))
class NoHash:
    def __eq__(self, o): return True
try:
    hash(NoHash())
except TypeError as e:
    print(e)
try:
    {NoHash()}
except TypeError as e:
    print(e)
print(NoHash.__hash__, NoHash() == 5, NoHash() != 5)
class Inherit(P): pass
print(hash(Inherit(1)) == hash(P(1)), Inherit(1) == P(1))
class BigHash:
    def __hash__(self): return 2 ** 70
print(hash(BigHash()) == hash(2 ** 70), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(0.5), hash(1.0), hash(True), hash(1 + 0j), hash(float("inf")), hash(-float("inf")), hash(10 ** 30), hash(-10 ** 30), hash(1.5e300), hash(3 + 4j), hash((1, 2, 3)), hash(()), hash((1, (2,))), hash(frozenset()), hash(None) == hash(None), hash(...) == hash(...))
class Neg:
    def __hash__(self): return -1
print(hash(Neg()))
print(1 == 1.0 == True, hash(1) == hash(1.0), {1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2, 0.0: 3})
class Ne:
    def __eq__(self, o): return "eq!"
    def __ne__(self, o): return "ne!"
print(Ne() == 1, Ne() != 1, 1 == Ne(), bool(Ne() in [1]))
class Raise:
    def __eq__(self, o): raise ValueError("eq raised")
    __hash__ = lambda s: 1
r = Raise()
print(r in [r], [r] == [r])
for e in ("r in [1]", "[r] == [Raise()]", "{r: 1, Raise(): 2}", "[1, r].index(5)", "[1].count(r)", "(r,) < (1,)", "[5].remove(r)"):
    try:
        print(e, eval(e))
    except ValueError as x:
        print(e, x)
class Id:
    pass
x, y = Id(), Id()
print(x == x, x == y, hash(x) == hash(x), len({x, y, x}))

