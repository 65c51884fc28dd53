import asyncio
import time
async def main():
    asyncio.get_running_loop().slow_callback_duration = 10
    await asyncio.to_thread(time.sleep, 0.1)
    await asyncio.sleep(0.05)
    print("done")
asyncio.run(main(), debug=True)
