import asyncio

async def producer(queue):
    for i in range(5):
        await asyncio.sleep(0.005)
        await queue.put(f"item-{i}")
        print(f"Produced item-{i}")

async def consumer(queue):
    while True:
        item = await queue.get()
        print(f"Consumed {item}")
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    producing = asyncio.create_task(producer(queue))
    consuming = asyncio.create_task(consumer(queue))
    await producing
    await queue.join()
    consuming.cancel()

asyncio.run(main())

