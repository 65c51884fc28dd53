import asyncio


async def inner(lock):
    async with lock:
        pass


async def outer(lock):
    async with asyncio.timeout(None):
        await asyncio.create_task(inner(lock), name="inner")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    mutex = asyncio.Lock()
    async with mutex:
        await asyncio.create_task(outer(mutex), name="outer")


asyncio.run(main())
