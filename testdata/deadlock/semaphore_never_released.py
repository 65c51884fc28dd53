import asyncio


async def download(n):
    await limit.acquire()
    print("downloading", n)
    await asyncio.sleep(0.01)


async def main():
    await asyncio.gather(*(download(n) for n in range(5)))


limit = asyncio.Semaphore(2)


asyncio.run(main())
