l = [3, 1, 2]
l.append(4); l.extend((5, 6)); l.extend("ab"); l.insert(0, "first"); l.insert(-1, "before last"); l.insert(100, "end"); l.insert(-100, "start")
print(l, l.pop(), l.pop(0), l.pop(-2), l)
l.remove("a"); l.reverse()
print(l, l.index(1), l.count(5), l.copy() == l, l.copy() is l)
n = [3, 1, 2, 1]
n.sort(); print(n); n.sort(reverse=True); print(n); n.sort(key=lambda x: -x); print(n, n.index(1, 2), n.index(3, -4))
n.clear(); print(n, bool(n))
a = [1, 2] + [3]; a += (4, 5); a *= 2; a += "z"
print(a, [0] * 3, 2 * ["x"], [] * 5, [1] * -1, a[1:3], a[::-1], a[-3:], a[::3], a[10:2:-2], 3 in a, 9 not in a, len(a), min(a[:5]), a == list(a), [1, 2] < [1, 2, 3], [2] > [1, 9], [] < [0], [1, [2, 3]] == [1, [2, 3]], a is not a[:])
a[0] = "x"; a[-1] = "y"; a[1:3] = []; a[2:2] = [7, 8]; a[::2] = range(len(a[::2])); del a[0]; del a[1:3]; del a[::2]
print(a)
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested, [[0] * 2 for _ in range(2)], list("ab"), list((1, 2)), list({1: 2}), list(range(3)), list(x for x in "q"), list(), [*"ab", *[1]], [1, 2, 3][1], [[1, 2], [3]][0][1])
x = [1, 2]; y = x; y += [3]; print(x, y is x); y = y + [4]; print(x, y)
l = [1, 2, 3, 4, 5, 6]
for v in l:
    if v % 2 == 0: l.remove(v)
print(l)
for e in ("[].pop()", "[1].pop(1)", "[1].pop('a')", "[1].remove(2)", "[1].index(2)", "[1, 2].index(1, 1)", "[1][1]", "[1][-2]", "[1]['a']", "[1][1.0]", "[1][None]", "[1] + (2,)", "[1] + 'a'", "(1,) + [2]", "[1] * [2]", "[1] * 1.5", "[] - []", "[1].extend(5)", "[1].extend(None)", "[1].insert(1)", "[1].insert('a', 1)", "[1].append()", "[1].append(1, 2)", "[1].sort(5)", "[1, 'a'].sort()", "[1].sort(foo=1)", "[1].reverse(1)", "[1].copy(1)", "[1].count()", "list(1)", "list(1, 2)", "list(a=1)", "hash([])", "{[1]: 2}", "[1] < 1", "[1, 'a'] < [1, 2]", "[1].foo", "[3].index(3, 'x')", "[1] @ [2]", "-[1]", "[1]()", "[1](0)", "del [1][5]", "[1].__setitem__(5, 1)", "[1].__delitem__(1)", "[1] * 10**20"):
    try:
        print(e, eval(e) if not e.startswith("del") else exec(e))
    except Exception as ex:
        print(e, "->", type(ex).__name__, ex)
l = [1, 2, 3]
for bad in ("l[5] = 1", "l['a'] = 1", "l[0:1] = 5", "l[::2] = [1]", "del l[9]", "del l['x']", "l += 5", "l *= 'a'", "a, b = l", "l[::0] = []", "l.x = 1"):
    try:
        exec(bad)
    except Exception as ex:
        print(bad, "->", type(ex).__name__, ex)
print([1, 2, 3].__contains__(2), [1].__len__(), [1].__add__([2]), [1].__eq__(1), [3, 4].__getitem__(0), [1].__iter__().__next__(), [2, 1].__reversed__().__next__(), [1].__mul__(2), list.append.__name__, repr([]), str([1, "a", None, [2.5]]), [1, 2] != [1, 2], not [], [[]] == [[]], list.__doc__ is None)

