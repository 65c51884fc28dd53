import asyncio
class Buffer:
    def __init__(self):
        self.items = []
        self.cond = asyncio.Condition()
    async def take(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.items)
            return self.items.pop()
    async def add(self, x):
        self.items.append(x)    # no notify
async def main():
    b = Buffer()
    t = asyncio.create_task(b.take(), name="taker")
    await asyncio.sleep(0)
    await b.add(1)
    print(await t)
asyncio.run(main())
