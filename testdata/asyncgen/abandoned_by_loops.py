import asyncio
def g():
    try:
        yield 1
        yield 2
    finally:
        print("g closed")
for x in g(): break
print("after for")
async def ag():
    try:
        yield 1
        yield 2
    finally:
        print("ag closed")
async def main():
    async for x in ag(): break
    print("after async for")
    await asyncio.sleep(0)
    print("after sleep")
    try:
        async for x in ag(): raise ValueError
    except ValueError: pass
    await asyncio.sleep(0)
    print("after exc")
    async def f():
        async for x in ag(): return x
    await f()
    await asyncio.sleep(0)
    print("end")
asyncio.run(main())
