import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul(2, 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 3), op.neg(5), op.pos(-5), op.abs(-5), op.invert(5), op.lshift(1, 3), op.rshift(8, 1), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.not_(0), op.truth([]), op.eq(1, 1.0), op.ne(1, 2), op.lt(1, 2), op.le(2, 2), op.gt(1, 2), op.ge(2, 2), op.is_(None, None), op.is_not(1, None), op.contains([1], 1), op.countOf([1, 1], 1), op.indexOf([1, 2], 2), op.concat("a", "b"), op.getitem([1, 2], 0), op.index(True), op.length_hint([1, 2]), op.call(len, "abc"), op.is_none(None) if hasattr(op, "is_none") else "n/a")
l = [1, 2, 3]
op.setitem(l, 0, 9); op.delitem(l, 1)
print(l, op.iadd(l, [5]), op.imul(2, 3), op.iconcat([1], [2]))
class P:
    def __init__(self, **k): self.__dict__.update(k)
    def m(self, *a, **k): return a, k
p = P(x=1, inner=P(y=2))
print(op.itemgetter(1)("abc"), op.itemgetter(0, 2)("abc"), op.itemgetter(slice(1, 3))("abcd"), op.attrgetter("x")(p), op.attrgetter("x", "inner.y")(p), op.methodcaller("m", 1, k=2)(p), op.methodcaller("upper")("a"), sorted([("a", 2), ("b", 1)], key=op.itemgetter(1)), list(map(op.attrgetter("real"), [1, 2j])))
print(repr(op.itemgetter(1)), repr(op.attrgetter("a", "b.c")), repr(op.methodcaller("m", 1, k=2)), op.add.__name__, op.__add__ is op.add if False else op.__add__(1, 2))
for e in ("op.itemgetter()", "op.itemgetter('a')([1])", "op.attrgetter('z')(p)", "op.attrgetter(1)", "op.attrgetter()", "op.methodcaller('z')(p)", "op.methodcaller()", "op.add(1)", "op.add(1, 'a')", "op.indexOf([1], 5)", "op.index(1.5)", "op.concat(1, 2)", "op.getitem({}, 'k')", "op.length_hint(1, 'a')", "op.truediv(1, 0)", "op.nope", "op.contains(5, 1)", "op.methodcaller(5)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
import functools
print(functools.reduce(op.mul, range(1, 6)), list(map(op.add, [1, 2], [3, 4])), max({"a": 3, "b": 7}.items(), key=op.itemgetter(1)))

