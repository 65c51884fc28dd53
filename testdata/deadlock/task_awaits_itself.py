import asyncio


async def first():
    await asyncio.sleep(0)
    return await tasks["second"]


async def second():
    return await middle()


async def middle():
    return await asyncio.wait_for(tasks["first"], None)


async def main():
    for f in first, second:
        tasks[f.__name__] = asyncio.create_task(f(), name=f.__name__)
    await tasks["first"]


tasks = {}


asyncio.run(main())
