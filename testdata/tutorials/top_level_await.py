import asyncio

async def custom():
    await asyncio.sleep(0)

await custom()

