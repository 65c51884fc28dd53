import asyncio
import threading
loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
async def work():
    await asyncio.sleep(0.2)
    return "worked"
print(asyncio.run_coroutine_threadsafe(work(), loop).result())
loop.call_soon_threadsafe(loop.stop)
