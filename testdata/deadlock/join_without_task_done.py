import asyncio


async def consumer(q):
    for _ in range(2):
        print(await q.get())


async def main():
    queue = asyncio.Queue()
    for i in range(3):
        queue.put_nowait(i)
    asyncio.create_task(consumer(queue))
    await queue.join()


asyncio.run(main())
