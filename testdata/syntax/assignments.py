# Every form of assignment: chained, unpacking, starred, augmented, annotated, walrus.
a = b = c = [1]
print(a is b is c)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, q), r = (1, 2), 3
[s, [t, u]] = [4, (5, 6)]
print(p, q, r, s, t, u)
first, *rest = range(5)
*init, last = "abc"
head, *mid, tail = [1, 2]
print(first, rest, init, last, head, mid, tail)
(*only,) = {}
print(only)
d = {}
d["k"], d["l"] = 1, 2
lst = [0, 1, 2, 3]
lst[1:3] = "xyz"
lst[0], i = 9, 0
print(d, lst)
i, lst[i] = 2, "two"
print(lst)
n = 7
n += 1; n -= 2; n *= 3; n //= 2; n **= 2; n %= 50; n <<= 2; n >>= 1; n |= 1; n &= 0xff; n ^= 3
print(n)
f = 7.0
f /= 2
print(f)
ann: int = 5
bare: str
print(ann, __annotations__)
if (m := 10) > 5 and (k := m * 2):
    print(m, k)
print([z := 3, z + 1], z)
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = {}"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)

