import asyncio
import signal
async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGALRM, event.set)
    signal.alarm(1)
    await event.wait()
    print("alarm")
asyncio.run(main())
