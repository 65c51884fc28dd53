import asyncio
import threading, time
async def add(queue, item):
    await queue.put(item)
async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    def work():
        for i in range(3):
            time.sleep(0.05)
            asyncio.run_coroutine_threadsafe(add(queue, i), loop).result()
    thread = threading.Thread(target=work)
    thread.start()
    print([await queue.get() for _ in range(3)])
    await asyncio.to_thread(thread.join)
asyncio.run(main())
