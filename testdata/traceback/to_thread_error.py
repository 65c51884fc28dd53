import asyncio
def blocking(n):
    return 100 / n
async def main():
    print(await asyncio.to_thread(blocking, 4), flush=True)
    await asyncio.to_thread(blocking, 0)
asyncio.run(main())

