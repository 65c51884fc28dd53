import asyncio
import _thread, time
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    def work():
        time.sleep(0.1)
        loop.call_soon_threadsafe(event.set)
    _thread.start_new_thread(work, ())
    await event.wait()
    print("set")
asyncio.run(main())
