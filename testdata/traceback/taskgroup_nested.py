import asyncio
async def child(n):
    await asyncio.sleep(0)
    raise ValueError(f"child {n}")
async def group(n):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(n))
async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(group(1))
        tg.create_task(group(2))
asyncio.run(main())

