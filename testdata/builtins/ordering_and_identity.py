a = [1, 2]
b = a
c = a[:]
print(a is b, a is c, a == c, id(a) == id(b))
x, y = 256, 256
print(x is y, "abc" is not None, None is None, () == (), (1, 2) < (1, 2, 0), [1, [2]] < [1, [3]], "a" < "b" < "c")
print(sorted([3, 1.5, True, 0]), sorted(["b", "B", "a"]), min([[2], [1, 9]]), max("a", "b", key=lambda s: -ord(s)), sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda t: (-t[0], t[1])))
print(all(()), any(()), sum((), 0), max([1], default=5), min((), default="d"), len(()), list(zip()), abs(-0.0), divmod(-7, 2), round(-7.5), pow(-2, 3), hash(1) == hash(1.0) == hash(True))
d = {"b": 1, "a": 2}
print(d == {"a": 2, "b": 1}, list(d), sorted(d), d | {"c": 3}, {**d, "b": 9}, "a" in d, 1 in d.values(), ("a", 2) in d.items())
s = {3, 1, 2}
print(s == {1, 2, 3}, s > {1}, s | {9} == {1, 2, 3, 9}, s.isdisjoint({7}), {1} < {1, 2} < {1, 2, 3}, frozenset(s) == s, 1 in s)
print(1 == 1.0 == True != 2, "1" == 1, [] == (), {} == set(), None == False, 0 == False, "" == 0, b"a" == "a", range(0) == range(1, 1), float("nan") == float("nan"))
print(type(1) == int, type(True) is int, isinstance(True, int), issubclass(bool, int), type([]) in (list, tuple), int == int, int is type(5))
print(bool([]), bool([0]), not "", not "0", bool(0.0), 5 and 0, 5 or 0, [] or "x", None or 0 or [] or "end", "" and 1 / 0, 1 or 1 / 0)
print(3 < 5 < 10, 3 < 5 > 4, 1 < 3 > 2 < 4, not 1 < 2, (1 < 2) + 1, 1 in [1] == True, (1 in [1]) == True, 5 not in [1] is True)

