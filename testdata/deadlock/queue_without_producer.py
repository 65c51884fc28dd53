import asyncio


async def consumer(q, name):
    while True:
        item = await q.get()
        print(name, "got", item)
        q.task_done()


async def main():
    queue = asyncio.Queue()
    consumers = [asyncio.create_task(consumer(queue, n)) for n in "abc"]
    for i in range(4):
        await queue.put(i)
    await queue.join()
    print("joined")
    await asyncio.gather(*consumers)


asyncio.run(main())
