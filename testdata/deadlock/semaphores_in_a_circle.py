import asyncio


async def move(name, source, target):
    async with source:
        await asyncio.sleep(0)
        async with target:
            print(name)


async def main():
    left, right = asyncio.Semaphore(), asyncio.BoundedSemaphore()
    await asyncio.gather(move("there", left, right), move("back", right, left))


asyncio.run(main())
