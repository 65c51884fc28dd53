import asyncio
import os, signal, threading, time
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    signal.signal(signal.SIGUSR2, lambda number, frame: loop.call_soon_threadsafe(event.set))
    def send():
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGUSR2)
    threading.Thread(target=send).start()
    await event.wait()
    print("handled")
asyncio.run(main())
