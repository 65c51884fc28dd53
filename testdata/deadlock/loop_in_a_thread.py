import asyncio
import threading

loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()


async def forever():
    await asyncio.Event().wait()


future = asyncio.run_coroutine_threadsafe(forever(), loop)
print("waiting for the result")
print(future.result())
