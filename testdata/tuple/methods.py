t = (1, 2, 3, 2)
print(t, t[0], t[-1], t[1:3], t[::-1], t + (4,), t * 2, 2 in t, t.count(2), t.index(2), t.index(2, 2), len(t), hash(t) == hash((1, 2, 3, 2)), t == (1, 2, 3, 2), t < (1, 3), () < (1,), (1, "a") != (1, "b"), tuple("ab"), tuple([1]), tuple(range(3)), tuple(), (), (1,), ((),), 1 in (), (1, [2]), repr((1,)), str((1, "a")))
a, (b, *c) = 1, (2, 3, 4)
print(a, b, c, (lambda *x: x)(1, 2), t is tuple(t), t[:] is t, () is (), {(1, 2): "v"}[1, 2], sorted([(2, 1), (1, 5)]), max((1, 2), (1, 3)), sum((1, 2)), any((0, 1)), [*(1, 2)], dict((("a", 1),)), (1, 2) + tuple([3]), (*t, *"x"), t.__class__)
l = [1]
m = (l, 2)
m[0].append(5)
print(m)
try:
    m[0] += [6]
except TypeError as e:
    print(e, m)
for e in ("t[0] = 1", "del t[0]", "t.append(1)", "t[9]", "t['a']", "t + [1]", "t + 1", "t * 'a'", "t.index(9)", "t.index()", "hash(([],))", "tuple(1)", "tuple(1, 2)", "t < 1", "(1, 'a') < (1, 2)", "a, b = t", "a, b = ()", "a, b, c, d, e = t", "t.x = 1", "t -= 1", "(1)(2)", "()[0]", "t.count()", "-t", "t[1.5]", "t()"):
    try:
        exec(e)
        print(e, "ok")
    except Exception as ex:
        print(e, "->", type(ex).__name__, ex)
x = 1, 2
x += (3,)
x *= 2
print(x, (1, 2, 3)[1:], (1, 2) > (1,), (1, 2) == [1, 2], ("a",) * 3, (None,) * 2, tuple(x for x in range(2)), (1, (2, (3,)))[1][1][0])
print(hash(()), hash((1,)), hash((1, 2)), hash((0, 0.0)), hash((1, (2, 3))), hash((-1, -2)))
class T(tuple):
    def __getitem__(self, i): return super().__getitem__(i) * 10
print(T((1, 2))[1], T((1, 2)), T("ab") + ("c",), type(T([1])[0]).__name__, list(T([1, 2])))

