import asyncio

async def example():
    print("start")
    await asyncio.sleep(0.02)  # everything else may run meanwhile
    print("finish")

async def main():
    await example()

asyncio.run(main())

