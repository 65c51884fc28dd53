import asyncio

async def worker(mine, other):
    async with mine:
        await asyncio.sleep(0.01)
        async with other:
            print("never")

async def main():
    first, second = asyncio.Lock(), asyncio.Lock()
    one = asyncio.create_task(worker(first, second), name="one")
    two = asyncio.create_task(worker(second, first), name="two")
    await asyncio.gather(one, two)

print("start", end="")
asyncio.run(main())
