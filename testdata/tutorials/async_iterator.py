import asyncio

class AsyncCounter:
    def __init__(self, limit):
        self.counter, self.limit = 0, limit
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.counter >= self.limit:
            raise StopAsyncIteration
        self.counter += 1
        await asyncio.sleep(0.002)
        return self.counter

async def main():
    async for item in AsyncCounter(10):
        print(item)

asyncio.run(main())

