import asyncio
import threading, time
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def work():
        time.sleep(0.1)
        loop.call_soon_threadsafe(future.set_result, "from a daemon")
    threading.Thread(target=work, daemon=True).start()
    print(await future)
asyncio.run(main())
