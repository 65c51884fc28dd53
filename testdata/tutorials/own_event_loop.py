# A toy event loop over plain generators, as tutorials on the internals build it.
from collections import deque

def task(name, n):
    for i in range(n):
        print(f"{name}: step {i}")
        yield
    print(f"{name}: finished")
    return name

class Loop:
    def __init__(self):
        self.ready = deque()
        self.results = []
    def add(self, gen): self.ready.append(gen)
    def run(self):
        while self.ready:
            gen = self.ready.popleft()
            try:
                gen.send(None)
            except StopIteration as stop:
                self.results.append(stop.value)
            else:
                self.ready.append(gen)

loop = Loop()
loop.add(task("A", 2))
loop.add(task("B", 3))
loop.add(task("C", 1))
loop.run()
print(loop.results)

