import asyncio

async def coro1(): return 1
async def coro2(): return 2

async def main():
    results = await asyncio.gather(coro1(), coro2())
    print(results, type(results))

asyncio.run(main())

