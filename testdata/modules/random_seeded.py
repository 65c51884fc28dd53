import random
random.seed(42)
print(random.random(), random.random())
print(random.randint(1, 100), random.randrange(10), random.randrange(5, 50, 5), random.uniform(1, 10), random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=6), random.sample(range(100), 5))
l = list(range(10))
random.shuffle(l)
print(l)
print(random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(1.5), random.triangular(0, 10, 3), random.betavariate(2, 3), random.gammavariate(2, 1), random.lognormvariate(0, 0.25), random.paretovariate(3), random.weibullvariate(1, 1.5), random.vonmisesvariate(0, 1))
print(random.getrandbits(8), random.getrandbits(100), random.randbytes(4), random.random() < 1)
r = random.Random(7)
print([r.randint(0, 9) for _ in range(10)], r.random())
st = r.getstate()
a = [r.random() for _ in range(2)]
r.setstate(st)
print(a == [r.random() for _ in range(2)], r.binomialvariate(10, 0.5))
for s in ("string", b"bytes", 2 ** 100, -5, 3.14, None if False else 0):
    print(repr(s), random.Random(s).random(), random.Random(s).randint(0, 10 ** 12))
random.seed("hello", version=2)
print(random.random(), random.sample(["a", "b", "c"], counts=[2, 1, 1], k=3), random.choices(["x", "y"], cum_weights=[1, 3], k=4))
for e in ("random.choice([])", "random.randint(5, 1)", "random.randrange(0)", "random.randrange(1, 1)", "random.sample([1], 2)", "random.randrange(1.5)", "random.choices([], k=1)", "random.shuffle('ab')", "random.sample({1, 2}, 1)", "random.randrange(1, 5, 0)", "random.choices([1], [0], k=1)", "random.getrandbits(-1)", "random.seed([])", "random.choice(5)", "random.randint('a', 1)", "random.uniform('a', 1)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

