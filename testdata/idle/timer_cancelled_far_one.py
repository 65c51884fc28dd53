import asyncio
async def main():
    loop = asyncio.get_running_loop()
    far = loop.call_later(3600, print, "never")
    loop.call_later(0.05, far.cancel)
    event = asyncio.Event()
    loop.call_later(0.1, event.set)
    await event.wait()
    print("set")
asyncio.run(main())
