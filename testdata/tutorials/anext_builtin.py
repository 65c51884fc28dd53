import asyncio

async def async_generator():
    for i in range(10):
        yield i

async def main():
    agen = async_generator()
    print(await anext(agen))
    print(await anext(agen))
    awaitable = anext(agen)
    print(type(awaitable).__name__)
    print(await awaitable)
    await agen.aclose()

asyncio.run(main())

