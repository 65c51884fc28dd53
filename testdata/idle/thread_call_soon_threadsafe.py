import asyncio
import threading, time
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    def work():
        time.sleep(0.2)
        loop.call_soon_threadsafe(event.set)
    threading.Thread(target=work).start()
    await event.wait()
    print("set")
asyncio.run(main())
