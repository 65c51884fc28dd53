import nest_asyncio, asyncio
nest_asyncio.apply()
async def inner():
    await asyncio.Event().wait()
async def main():
    asyncio.run(inner())
asyncio.run(main())
