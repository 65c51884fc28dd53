import asyncio


async def never():
    await asyncio.Event().wait()


async def first(tasks):
    await asyncio.wait(tasks)


async def second(tasks):
    for next_one in asyncio.as_completed(tasks):
        await next_one


async def main():
    tasks = [asyncio.create_task(never(), name=f"never {n}") for n in range(2)]
    await asyncio.gather(first(tasks), second(tasks), asyncio.shield(tasks[0]))


asyncio.run(main())
