import asyncio

lock = asyncio.Lock()


async def helper():
    async with lock:
        print("never")


async def main():
    async with lock:
        await helper()


asyncio.run(main())
