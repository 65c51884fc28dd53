import asyncio

async def ok(n):
    await asyncio.sleep(0.01 * n)
    return n

async def bad():
    await asyncio.sleep(0.015)
    raise RuntimeError("one of them failed")

async def main():
    print(await asyncio.gather(ok(1), bad(), ok(2), return_exceptions=True))
    try:
        await asyncio.gather(ok(1), bad(), ok(2))
    except RuntimeError as e:
        print("gather raised:", e)

asyncio.run(main())

