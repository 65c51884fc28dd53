import asyncio
async def fetch(n):
    await asyncio.sleep(0)
    if n == 2:
        raise LookupError(f"no item {n}")
    return n
async def main():
    tasks = [asyncio.create_task(fetch(i)) for i in range(4)]
    for t in tasks:
        print(await t, flush=True)
asyncio.run(main())

