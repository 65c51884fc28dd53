"""Divisions of long ints of all signs and lengths, in a row: they share memory."""
import random
random.seed(7)
acc = 0
keep = []
for i in range(3000):
    a = random.getrandbits(random.choice((10, 64, 70, 200, 3000, 20000))) * random.choice((1, -1))
    b = (random.getrandbits(random.choice((5, 64, 65, 130, 1500, 9000))) + 1) * random.choice((1, -1))
    q, r = a // b, a % b
    assert (q, r) == divmod(a, b) and q * b + r == a and (r == 0 or (r < 0) == (b < 0))
    if i % 7 == 0:
        keep.append((a, b, q, r))
    acc = (acc * 31 + q + r) % (2 ** 89 - 1)
assert all(a // b == q and a % b == r for a, b, q, r in keep)
print(acc, len(keep))
print(10 ** 400 // -10 ** 399, -10 ** 400 // 3 % 1000, 10 ** 40 % -7, -(10 ** 40) % 10 ** 40, (2 ** 2200000) // (2 ** 2199990), 5 // 10 ** 30, -5 // 10 ** 30, -5 % 10 ** 30)
