import asyncio
log = []
async def v(x):
    log.append(x)
    await asyncio.sleep(0)
    return x
async def main():
    print(await v(1) + await v(2) * await v(3), log)
    log.clear()
    print([await v(1), 2, await v(3)], (await v(4),), {await v("k"): await v("w")}, {await v(9)})
    print(log); log.clear()
    print(await v(0) or await v(5), await v(0) and await v(6), (await v(7)) if await v(1) else await v(8), log)
    log.clear()
    print(await v(1) < await v(2) < await v(3), await v(5) < await v(4) < await v(9), log)
    log.clear()
    def f(*a, **k): return a, k
    print(f(await v(1), *await v([2, 3]), k=await v(4), **await v({"z": 5})), log)
    d = {}
    d[await v("key")] = await v("val")
    d["n"] = 1
    d[await v("n")] += await v(10)
    print(d)
    print(f"{await v(1)} {await v(2)!r:>{await v(5)}}", (await v([1, 2, 3]))[await v(1)], (await v("abc")).upper(), (await v([3, 4]))[await v(0):await v(1)])
    x = y = await v("both")
    a, *b = await v([1, 2, 3])
    print(x, y, a, b)
    assert await v(True), await v("msg")
    if await v(1): print("if")
    n = 3
    while await v(n): n -= 1
    print(n, -await v(5), not await v(0), await v(2) ** 2)
    for i in await v([1, 2]): print(i, end=" ")
    print([await v(i) for i in range(3)], [i for i in await v([1, 2]) if await v(i) > 1], {await v(i): i for i in "ab"})
    lam = lambda q=await v("default"): q
    print(lam())
    with await v(open(__file__)) as fh: print(fh.readline().strip())
    match await v((1, 2)):
        case (1, q) if await v(True): print("matched", q)
    try:
        raise await v(ValueError("raised awaited"))
    except ValueError as e:
        print(e)
    del d[await v("key")]
    print(d, (await v(1), await v(2)) == (1, 2), await v(1) in await v([1]), 1 if await v(0) else 2)
    async def ret(): return await v(1), await v(2)
    print(await ret())
    if (w := await v(42)) > 40: print(w)
    print(await (await v(v))("nested await"))
    gen = (await v(i) async for i in agen())
    print([g async for g in gen])
async def agen():
    for i in range(2): yield i
asyncio.run(main())

