import asyncio
import threading, time
loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
event = asyncio.Event()
async def wait():
    await event.wait()
    return "set by the main thread"
future = asyncio.run_coroutine_threadsafe(wait(), loop)
time.sleep(0.2)
loop.call_soon_threadsafe(event.set)
print(future.result())
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
