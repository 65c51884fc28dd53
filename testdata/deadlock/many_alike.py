import asyncio


async def wait_for(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    await asyncio.gather(*(wait_for(event) for _ in range(1000)))


asyncio.run(main())
