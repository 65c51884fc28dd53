import asyncio
import signal
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    signal.signal(signal.SIGALRM, lambda number, frame: loop.call_soon_threadsafe(event.set))
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    await event.wait()
    print("alarm")
asyncio.run(main())
