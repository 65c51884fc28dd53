import asyncio

async def async_generator():
    for i in range(10):
        await asyncio.sleep(0.001)
        yield i

async def main():
    results = [item async for item in async_generator()]
    print(results)
    print({i async for i in async_generator() if i % 2 == 0})
    print({i: i * i async for i in async_generator() if i < 3})

asyncio.run(main())

