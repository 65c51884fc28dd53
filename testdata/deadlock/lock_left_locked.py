import asyncio


async def careless(lock):
    await lock.acquire()
    print("acquired")


async def main():
    lock = asyncio.Lock()
    await asyncio.create_task(careless(lock), name="careless")
    await lock.acquire()


asyncio.run(main())
