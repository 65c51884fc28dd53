import asyncio
import time

async def download(i):
    await asyncio.sleep(0.03)
    return i

async def main():
    t0 = time.perf_counter()
    print(await asyncio.gather(*(download(i) for i in range(50))))
    elapsed = time.perf_counter() - t0
    print("concurrent" if elapsed < 0.5 else f"sequential {elapsed}")

if __name__ == "__main__":
    asyncio.run(main())

