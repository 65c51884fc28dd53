import heapq, itertools, random
class Sim:
    def __init__(self): self.now, self.q, self.n = 0, [], itertools.count()
    def at(self, dt, gen): heapq.heappush(self.q, (self.now + dt, next(self.n), gen))
    def run(self, until=float("inf")):
        while self.q and self.q[0][0] <= until:
            self.now, _, g = heapq.heappop(self.q)
            try:
                self.at(next(g), g)
            except StopIteration: pass
log = []
def car(sim, name, period):
    while True:
        log.append(f"{sim.now:5.1f} {name} parks"); yield period
        log.append(f"{sim.now:5.1f} {name} drives"); yield 1
sim = Sim()
sim.at(0, car(sim, "red", 2)); sim.at(0.5, car(sim, "blue", 1.5))
sim.run(7)
print("\n".join(log))
class Elevator:
    def __init__(self): self.floor, self.path = 0, []
    def visit(self, *floors):
        for f in floors:
            step = (f > self.floor) - (f < self.floor)
            while self.floor != f:
                self.floor += step
                self.path.append(self.floor)
        return self
print(Elevator().visit(3, 1, 1, 2).path)
rng = random.Random(99)
walk, pos = [], 0
for _ in range(20):
    pos += rng.choice((-1, 1)); walk.append(pos)
print(walk, min(walk), max(walk))
hits = sum(rng.random() ** 2 + rng.random() ** 2 < 1 for _ in range(2000))
print(3 < 4 * hits / 2000 < 3.3, hits)
deck = [f"{r}{s}" for s in "SHDC" for r in "A23456789TJQK"]
rng.shuffle(deck)
print(deck[:8], rng.sample(deck, 3), sorted(rng.choices(range(6), k=5)))
def roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        q, n = divmod(n, v)
        out += s * q
    return out
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
def fizz(n): return "FizzBuzz" * (n % 15 == 0) or "Fizz" * (n % 3 == 0) or "Buzz" * (n % 5 == 0) or n
print(*map(fizz, range(1, 16)))

