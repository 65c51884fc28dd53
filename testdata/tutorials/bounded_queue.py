import asyncio

async def limited_producer(queue):
    for i in range(5):
        await queue.put(f"item-{i}")
        print(f"Produced item-{i}")
        await asyncio.sleep(0.03)

async def limited_consumer(queue):
    while True:
        item = await queue.get()
        print(f"Consumed {item}")
        await asyncio.sleep(0.1)
        queue.task_done()

async def main():
    queue = asyncio.Queue(maxsize=3)
    producing = asyncio.create_task(limited_producer(queue))
    consuming = asyncio.create_task(limited_consumer(queue))
    await producing
    await queue.join()
    consuming.cancel()

asyncio.run(main())

