import asyncio


async def wait_for_items(condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(items)


async def main():
    condition, items = asyncio.Condition(), []
    task = asyncio.create_task(wait_for_items(condition, items))
    await asyncio.sleep(0)
    items.append(1)    # nobody is told
    await task


asyncio.run(main())
