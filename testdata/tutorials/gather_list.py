import asyncio

async def unit(val):
    print(f"Coro with {val:.3f} started..")
    await asyncio.sleep(val)
    print(f"Coro with {val:.3f} done..")
    return val

async def main():
    print("main starting")
    to_run = [unit(value * 0.008) for value in range(1, 10)]
    res = await asyncio.gather(*to_run)
    print(f"main done, result {res}")

asyncio.run(main())

