import asyncio
import threading
import time


async def main():
    done = asyncio.Event()

    def work():
        time.sleep(0.05)
        print("worked, but told nobody")

    threading.Thread(target=work).start()
    await done.wait()


asyncio.run(main())
