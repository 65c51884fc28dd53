import asyncio
import time

def blocking_io():
    print(f"start blocking_io {len(time.strftime('%X'))}")
    time.sleep(0.03)
    print("blocking_io complete")

async def main():
    start = time.perf_counter()
    print("started main")
    await asyncio.gather(asyncio.to_thread(blocking_io), asyncio.sleep(0.03))
    print("finished main", time.perf_counter() - start < 0.3)

asyncio.run(main())

