import asyncio
async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    out = []
    for name, d in [("c", 0.03), ("a", 0.01), ("b", 0.02), ("a2", 0.01), ("zero", 0), ("neg", -1)]:
        loop.call_at(now + d, out.append, name)
    loop.call_soon(out.append, "soon")
    await asyncio.sleep(0.06)
    print(out)
    out.clear()
    async def s(d, n):
        await asyncio.sleep(d)
        out.append(n)
    await asyncio.gather(s(0.02, 1), s(0.01, 2), s(0, 3), s(-5, 4), s(0.01, 5))
    print(out)
    h = loop.call_later(0.01, out.append, "cancelled")
    when = h.when()
    print(isinstance(when, float), h.cancelled())
    h.cancel()
    print(h.cancelled())
    hs = [loop.call_later(0.001 * i, out.append, i) for i in range(5)]
    hs[2].cancel()
    out.clear()
    await asyncio.sleep(0.03)
    print(out)
    print(hs[0] < hs[1], hs[1] > hs[0], hs[0] == hs[0], hs[0] != hs[1])
    print(await asyncio.sleep(0, "result"), await asyncio.sleep(0.001, result=[1]))
    for bad in ("x", None):
        try:
            await asyncio.sleep(bad)
        except TypeError as e:
            print(type(e).__name__, e)
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as e:
        print(e)
    t0 = loop.time()
    await asyncio.sleep(0.02)
    print(loop.time() - t0 >= 0.019)
asyncio.run(main())

