print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(zip()), list(zip([1, 2], "ab", (True, False))), list(zip([1], [])), list(enumerate("ab")), list(enumerate("ab", start=5)), list(enumerate([], 1)))
print(list(zip([1, 2], [3, 4], strict=True)))
for a, b in (([1], [1, 2]), ([1, 2], [1])):
    try:
        list(zip(a, b, strict=True))
    except ValueError as e:
        print(e)
try:
    list(zip([1], [1], [1, 2], strict=True))
except ValueError as e:
    print(e)
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), list(reversed((1, 2))))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"))
n = 0
def counter():
    global n
    n += 1
    return n
print(list(iter(counter, 4)), [*iter(counter, 7)])
print(sum([1, 2.5]), sum([], 5), sum([[1], [2]], []), sum((x for x in range(3)), start=10), sum([0.1] * 10), sum([True, True]), sum([1e100, 1.0, -1e100]))
print(min(3, 1, 2), max("abc"), min([1, -5], key=abs), max([1, -5], key=abs), min([], default=None), max((1, 2), (1, 3)), min("b", "a", key=ord), max([1, 1.0]), min({3: 0, 1: 0}))
print(any([]), all([]), any([0, 1]), all([1, 0]), any(x > 1 for x in [1, 2]))
print(sorted([3, 1, 2]), sorted("hello", reverse=True), sorted({"b": 1, "a": 2}), sorted([(2, "a"), (1, "b")], key=lambda t: t[1]))
print(len("abc"), len({1: 2}), len(range(0, 10, 3)), len(b"ab"), len(set()))
print(repr(iter([])).split(" at ")[0], repr(map(str, [])).split(" at ")[0], type(zip()).__name__, repr(enumerate([])).split(" at ")[0], type(iter("")).__name__, type(iter(())).__name__, type(iter({})).__name__, type(iter(set())).__name__, type(iter(range(1))).__name__, type(reversed([])).__name__, type(iter({}.items())).__name__, type(iter(int, 1)).__name__, type(iter(b"")).__name__)
m = map(int, ["1", "x", "3"])
print(next(m))
try:
    next(m)
except ValueError as e:
    print(e)
print(next(m))
l = [1, 2, 3]
it = iter(l)
next(it); l.append(4)
print(list(it), it.__length_hint__())
d = {1: 1, 2: 2}
try:
    for k in d: d[k + 10] = 1
except RuntimeError as e:
    print(e)
try:
    for k in d: del d[k]
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for x in s: s.add(x + 100)
except RuntimeError as e:
    print(e)

