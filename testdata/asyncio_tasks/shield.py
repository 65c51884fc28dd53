import asyncio
async def important():
    await asyncio.sleep(0.03)
    print("important finished")
    return "saved"
async def main():
    inner = asyncio.create_task(important())
    async def outer(): return await asyncio.shield(inner)
    o = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    o.cancel()
    try:
        await o
    except asyncio.CancelledError:
        print("outer cancelled, inner:", inner.cancelled(), inner.done())
    print(await inner)
    print(await asyncio.shield(important()))
    s = asyncio.shield(asyncio.create_task(important()))
    print(type(s).__name__, s.cancel())
    try:
        await s
    except asyncio.CancelledError:
        print("shield future cancelled")
    await asyncio.sleep(0.05)
    t = asyncio.create_task(asyncio.sleep(1))
    sh = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await sh
    except asyncio.CancelledError:
        print("inner cancelled propagates", sh.cancelled())
    async def fails(): raise KeyError("x")
    try:
        await asyncio.shield(fails())
    except KeyError as e:
        print(repr(e))
    f = asyncio.Future(); f.set_result(1)
    print(asyncio.shield(f) is f)
    try:
        await asyncio.wait_for(asyncio.shield(inner2 := asyncio.create_task(important())), 0.01)
    except TimeoutError:
        print("timed out but", inner2.cancelled())
    print(await inner2)
    try:
        asyncio.shield(5)
    except TypeError as e:
        print(e)
asyncio.run(main())

