import asyncio

async def fetch(name, delay):
    await asyncio.sleep(delay)
    print(name, "done")
    return name.upper()

async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(fetch("first", 0.02))
        second = group.create_task(fetch("second", 0.01))
    print(first.result(), second.result())

asyncio.run(main())
