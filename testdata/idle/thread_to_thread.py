import asyncio
import time
def work():
    time.sleep(0.2)
    return "slept"
async def main():
    print(await asyncio.to_thread(work))
asyncio.run(main())
