# A traceback through asyncio shows the program's own frames only.
import asyncio


async def fail():
    raise ValueError("here")


async def main():
    async with asyncio.timeout(5):
        await asyncio.wait_for(fail(), 1)


asyncio.run(main())
