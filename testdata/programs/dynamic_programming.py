from functools import lru_cache, reduce
def knapsack(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
@lru_cache(None)
def lev(a, b):
    if not a or not b: return len(a) + len(b)
    if a[0] == b[0]: return lev(a[1:], b[1:])
    return 1 + min(lev(a[1:], b), lev(a, b[1:]), lev(a[1:], b[1:]))
print(lev("kitten", "sitting"), lev("", "abc"), lev.cache_info().hits > 0)
def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"))
def change(coins, n):
    ways = [1] + [0] * n
    for c in coins:
        for i in range(c, n + 1): ways[i] += ways[i - c]
    return ways[n]
print(change([1, 5, 10, 25], 100))
def queens(n):
    def place(r, cols, d1, d2):
        if r == n: yield (); return
        for c in range(n):
            if c not in cols and r + c not in d1 and r - c not in d2:
                for rest in place(r + 1, cols | {c}, d1 | {r + c}, d2 | {r - c}): yield (c, *rest)
    return list(place(0, frozenset(), frozenset(), frozenset()))
print(len(queens(6)), queens(4))
def hanoi(n, a="A", b="B", c="C"): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(8))
def sieve(n):
    p = bytearray([1]) * (n + 1)
    p[0:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if p[i]: p[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, x in enumerate(p) if x]
print(sieve(60), len(sieve(5000)))
def collatz(n):
    steps = 0
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; steps += 1
    return steps
print(max(range(1, 1000), key=collatz), collatz(27))
print(reduce(lambda a, b: a * b // __import__("math").gcd(a, b), range(1, 21)), [sum(int(d) ** len(str(n)) for d in str(n)) == n for n in (153, 154, 9474)])
pascal = [[1]]
for _ in range(7): pascal.append([1, *map(sum, zip(pascal[-1], pascal[-1][1:])), 1])
for r in pascal: print(" ".join(map(str, r)).center(30).rstrip())
life = {(1, 0), (1, 1), (1, 2)}
for _ in range(3):
    n = {}
    for x, y in life:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: n[x + dx, y + dy] = n.get((x + dx, y + dy), 0) + 1
    life = {c for c, k in n.items() if k == 3 or k == 2 and c in life}
    print(sorted(life))

