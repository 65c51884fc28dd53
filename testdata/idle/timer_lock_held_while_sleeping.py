import asyncio
async def hold(lock):
    async with lock:
        await asyncio.sleep(0.1)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(hold(lock) for _ in range(3)))
    print("done")
asyncio.run(main())
