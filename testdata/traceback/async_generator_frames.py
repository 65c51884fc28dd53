import asyncio
async def source():
    yield 1
    raise ConnectionError("source broke")
async def reader():
    async for item in source():
        print("item", item, flush=True)
asyncio.run(reader())

