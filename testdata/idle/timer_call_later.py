import asyncio
async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.1, event.set)
    await event.wait()
    print("set")
asyncio.run(main())
