import asyncio

async def square(x):
    await asyncio.sleep(0)
    return x * x

async def main():
    print([await square(x) for x in range(5)])
    awaitables = [square(x) for x in range(3)]
    print([await a for a in awaitables])
    print(sum([await square(x) for x in range(4) if x % 2]))

asyncio.run(main())

