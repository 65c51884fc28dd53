r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], r[::2], 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(5), r.count(6), r.start, r.stop, r.step, r == range(2, 19, 3), hash(r) == hash(range(2, 19, 3)), range(0) == range(5, 2), bool(range(0)), list(range(5, 0, -2)), list(range(-3)), list(reversed(range(3))), range(3)[-2:], list(range(10))[::-3])
print(range(10 ** 20)[10 ** 19], len(range(0, 10 ** 6, 7)), 10 ** 18 in range(10 ** 20), range(10 ** 20).index(5), sum(range(101)), max(range(5)), min(range(3, 9)), range(True), range(1, 10)[2:8:2], range(5)[10:], repr(range(5)), repr(range(1, 5)), repr(range(1, 5, 2)), str(range(0, 5, 1)), tuple(range(2)), [*range(3)], set(range(2)), dict.fromkeys(range(2)), sorted(range(3), reverse=True))
for i in range(3):
    i *= 10
    print(i, end=" ")
print()
for e in ("range()", "range(1, 2, 0)", "range(1.5)", "range('a')", "range(1, 2, 3, 4)", "range(5)[5]", "range(5)['a']", "range(5).index(9)", "range(5).index('a')", "range(5) + range(3)", "range(5)[0] = 1" if False else "range(5) * 2", "range(5) < range(6)", "range(None)", "len(range(10**30))", "range(5).foo", "range(a=1)", "hash(range(3)) == hash(range(3))", "range(3).__getitem__(1.5)", "range(5)()", "range(2**70)[2**71]"):
    try:
        print(e, eval(e))
    except Exception as ex:
        print(e, "->", type(ex).__name__, ex)
try:
    range(5)[0] = 1
except TypeError as e:
    print(e)
try:
    range(5).start = 3
except AttributeError as e:
    print(e)
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, None))
class I:
    def __index__(self): return 4
print(range(I()), list(range(I())), range(10)[I()])
print([(a, b) for a in range(3) for b in range(a)], all(x in range(0, 100, 7) for x in range(0, 100, 7)), range(0, -10, -3).index(-6), -7 in range(0, -10, -3), list(range(0, -10, -3)))

