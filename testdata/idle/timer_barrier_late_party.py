import asyncio
async def party(barrier, delay):
    await asyncio.sleep(delay)
    await barrier.wait()
    return delay
async def main():
    barrier = asyncio.Barrier(3)
    print(await asyncio.gather(*(party(barrier, d) for d in (0, 0.05, 0.1))))
asyncio.run(main())
