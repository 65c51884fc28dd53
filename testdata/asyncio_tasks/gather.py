import asyncio
async def ok(v, d=0):
    await asyncio.sleep(d)
    print("ok", v)
    return v
async def bad(m, d=0):
    await asyncio.sleep(d)
    raise ValueError(m)
async def main():
    print(await asyncio.gather(ok(1, 0.02), ok(2, 0.01), ok(3)))
    print(await asyncio.gather(ok("a"), bad("x"), ok("b"), return_exceptions=True))
    slow = asyncio.create_task(ok("slow", 0.03))
    try:
        await asyncio.gather(slow, bad("first", 0.01), bad("second", 0.02))
    except ValueError as e:
        print("raised", e, slow.done())
    print(await slow)
    print(await asyncio.gather())
    f = asyncio.Future()
    f.set_result("fut")
    print(await asyncio.gather(f, ok("c"), f))
    c = ok("same")
    print(await asyncio.gather(c, c))
    print(await asyncio.gather(asyncio.gather(ok(1), ok(2)), ok(3)))
    g = asyncio.gather(asyncio.sleep(5), asyncio.sleep(5))
    await asyncio.sleep(0)
    print(g.cancel(), type(g).__name__)
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather cancelled", repr(e), g.cancelled())
    t = asyncio.create_task(asyncio.sleep(5))
    async def canceller():
        await asyncio.sleep(0)
        t.cancel()
    try:
        await asyncio.gather(t, canceller())
    except asyncio.CancelledError as e:
        print("child cancelled", repr(e))
    t = asyncio.create_task(asyncio.sleep(5))
    r = await asyncio.gather(t, canceller(), return_exceptions=True)
    print(r)
    g = asyncio.gather(ok("x"), return_exceptions=True)
    print(g.done(), await g, g.done(), g.result())
    try:
        await asyncio.gather(1, 2)
    except TypeError as e:
        print(e)
asyncio.run(main())

