import asyncio

async def ticker(to):
    for i in range(to):
        await asyncio.sleep(0.002)
        yield i

async def main():
    async for item in ticker(10):
        print(item)

asyncio.run(main())

