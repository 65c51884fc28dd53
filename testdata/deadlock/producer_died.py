import asyncio


async def producer(queue):
    for i in range(3):
        await queue.put(i)
    raise ValueError("no more")


async def consumer(queue):
    while True:
        print(await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(producer(queue)), asyncio.create_task(consumer(queue))]
    await asyncio.wait(tasks)


asyncio.run(main())
