import asyncio


async def quick():
    print("quick")


async def stuck():
    await asyncio.Event().wait()


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(quick())
        group.create_task(stuck(), name="stuck")
        group.create_task(quick())
    print("never")


asyncio.run(main())
