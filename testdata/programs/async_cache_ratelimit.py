import asyncio, functools, time
def async_cache(fn):
    cache = {}
    @functools.wraps(fn)
    async def w(*a):
        if a not in cache: cache[a] = asyncio.ensure_future(fn(*a))
        return await cache[a]
    w.cache = cache
    return w
calls = []
@async_cache
async def load(k):
    calls.append(k)
    await asyncio.sleep(0.002)
    return k * 2
class RateLimiter:
    def __init__(self, n): self.n, self.tokens, self.waiters = n, n, []
    async def acquire(self):
        if self.tokens: self.tokens -= 1; return
        f = asyncio.get_running_loop().create_future()
        self.waiters.append(f)
        await f
    def refill(self):
        self.tokens = self.n
        while self.tokens and self.waiters:
            self.tokens -= 1
            self.waiters.pop(0).set_result(None)
class Pool:
    def __init__(self, size): self.free = asyncio.Queue(); [self.free.put_nowait(f"conn{i}") for i in range(size)]
    async def __aenter__(self): self.c = await self.free.get(); return self.c
    async def __aexit__(self, *a): self.free.put_nowait(self.c)
class PubSub:
    def __init__(self): self.subs = []
    def subscribe(self):
        q = asyncio.Queue(); self.subs.append(q)
        async def it():
            while (m := await q.get()) is not None: yield m
        return it()
    def publish(self, m): [q.put_nowait(m) for q in self.subs]
async def main():
    print(await asyncio.gather(load(1), load(2), load(1)), calls, load.__name__, len(load.cache))
    rl, order = RateLimiter(2), []
    async def user(i):
        await rl.acquire(); order.append(i)
    ts = [asyncio.create_task(user(i)) for i in range(5)]
    await asyncio.sleep(0); print(order)
    rl.refill(); await asyncio.sleep(0); print(order)
    rl.refill(); await asyncio.gather(*ts); print(order)
    ps = PubSub()
    async def listen(n): return [f"{n}:{m}" async for m in ps.subscribe()]
    ls = [asyncio.create_task(listen(n)) for n in "ab"]
    await asyncio.sleep(0)
    for m in (1, 2, None): ps.publish(m)
    print(await asyncio.gather(*ls))
    async def heartbeat(beats):
        try:
            while True:
                beats.append("beat"); await asyncio.sleep(0.003)
        except asyncio.CancelledError:
            beats.append("stopped"); raise
    beats = []
    hb = asyncio.create_task(heartbeat(beats))
    await asyncio.sleep(0.0145)
    hb.cancel()
    await asyncio.wait([hb])
    print(len(beats) >= 3, beats[-1], hb.cancelled())
    async def debounce():
        handle, fired = None, []
        loop = asyncio.get_running_loop()
        for i in range(4):
            if handle: handle.cancel()
            handle = loop.call_later(0.06, fired.append, i)
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.1)
        return fired
    print(await debounce())
    class Actor:
        def __init__(self): self.q, self.total = asyncio.Queue(), 0; self.t = asyncio.create_task(self.run())
        async def run(self):
            while True:
                n, fut = await self.q.get()
                self.total += n
                fut.set_result(self.total)
        async def add(self, n):
            fut = asyncio.Future(); await self.q.put((n, fut))
            return await fut
    a = Actor()
    print([await a.add(i) for i in (1, 2, 3)], await asyncio.gather(a.add(10), a.add(20)))
    a.t.cancel()
asyncio.run(main())

