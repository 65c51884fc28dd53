import heapq, time, types

@types.coroutine
def sleep(delay):
    yield ("sleep", delay)

class Loop:
    def __init__(self): self.ready, self.timers, self.seq = [], [], 0
    def spawn(self, coro): self.ready.append(coro)
    def run(self):
        while self.ready or self.timers:
            for coro in self.ready[:]:
                self.ready.remove(coro)
                try:
                    op, arg = coro.send(None)
                except StopIteration as e:
                    print("finished:", e.value)
                    continue
                self.seq += 1
                heapq.heappush(self.timers, (time.monotonic() + arg, self.seq, coro))
            if self.timers:
                when, _, coro = heapq.heappop(self.timers)
                time.sleep(max(0, when - time.monotonic()))
                self.ready.append(coro)

async def worker(name, delay, times):
    for i in range(times):
        print(name, i)
        await sleep(delay)
    return name

loop = Loop()
loop.spawn(worker("slow", 0.1, 2))
loop.spawn(worker("fast", 0.04, 3))
loop.run()

