import asyncio
async def work(n):
    await asyncio.sleep(n / 50)
    return n
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in range(4)]
    print([t.result() for t in tasks])
asyncio.run(main())
