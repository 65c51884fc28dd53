def read(lines):
    for l in lines:
        print("read", l)
        yield l
def strip(src): return (l.strip() for l in src)
def nonempty(src):
    for l in src:
        if l: yield l
def take(n, src):
    for i, x in enumerate(src):
        if i >= n: return
        yield x
print(list(take(2, nonempty(strip(read([" a ", "", "b", "c"]))))))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(list(take(15, fib())))
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
print(list(take(10, primes())))
def avg():
    total = n = 0
    cur = None
    while True:
        v = yield cur
        total += v; n += 1
        cur = total / n
a = avg(); next(a)
print([a.send(v) for v in (10, 20, 60)])
def perms(xs):
    if not xs: yield ()
    for i, x in enumerate(xs):
        for p in perms(xs[:i] + xs[i + 1:]): yield (x, *p)
print(list(perms([1, 2, 3])))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)
print("".join(interleave("abc", "12", "xyzw")))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))
x = yield_count = 0
print(sum(1 for _ in zip(range(5), "abc")), dict((i, c) for i, c in enumerate("ab")), *(i for i in range(3)))

