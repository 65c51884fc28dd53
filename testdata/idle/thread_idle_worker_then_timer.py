import asyncio
import time
async def main():
    await asyncio.to_thread(time.sleep, 0.01)    # its thread stays, with nothing to do
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.1, event.set)
    await event.wait()
    await asyncio.to_thread(time.sleep, 0.05)
    print("done")
asyncio.run(main())
