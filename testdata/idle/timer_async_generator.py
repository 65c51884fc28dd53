import asyncio
async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0.03)
        yield i
async def main():
    async for i in ticks(3):
        print(i)
asyncio.run(main())
