import asyncio
import threading, sys
loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
async def get(queue):
    return await queue.get()
queue = asyncio.Queue()
future = asyncio.run_coroutine_threadsafe(get(queue), loop)
for line in sys.stdin:
    loop.call_soon_threadsafe(queue.put_nowait, line.strip())
print(future.result())
loop.call_soon_threadsafe(loop.stop)
