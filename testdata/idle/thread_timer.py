import asyncio
import threading
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    threading.Timer(0.1, lambda: loop.call_soon_threadsafe(event.set)).start()
    await event.wait()
    print("set")
asyncio.run(main())
