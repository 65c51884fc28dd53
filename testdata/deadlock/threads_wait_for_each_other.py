import asyncio
import threading


async def main():
    gate = threading.Event()
    opened = asyncio.Event()

    def work():
        gate.wait()
        loop.call_soon_threadsafe(opened.set)

    loop = asyncio.get_running_loop()
    thread = threading.Thread(target=work)
    thread.start()
    await opened.wait()
    gate.set()


asyncio.run(main())
