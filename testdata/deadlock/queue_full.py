import asyncio


async def producer(q):
    for i in range(5):
        await q.put(i)
        print("put", i)


async def main():
    jobs = asyncio.Queue(maxsize=2)
    await producer(jobs)


asyncio.run(main())
