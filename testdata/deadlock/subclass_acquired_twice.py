import asyncio
class TracedLock(asyncio.Lock):
    async def acquire(self):
        print("acquiring")
        return await super().acquire()
class Service:
    def __init__(self): self._lock = TracedLock()
    async def outer(self):
        async with self._lock:
            await self.inner()
    async def inner(self):
        async with self._lock:
            print("inner")
asyncio.run(Service().outer())
