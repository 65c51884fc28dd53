import asyncio
async def main():
    b = asyncio.Barrier(3)
    print(b.parties, b.n_waiting, b.broken, repr(b).split(" at ")[0], repr(b)[-24:])
    log = []
    async def party(n):
        await asyncio.sleep(0.005 * n)
        log.append(f"{n} arrives")
        i = await b.wait()
        log.append(f"{n} passes")
        return i
    print(sorted(await asyncio.gather(*(party(i) for i in range(3)))))
    print(log[:3], sorted(log[3:]))
    async def ctx(n):
        async with b as pos: return pos
    print(sorted(await asyncio.gather(*(ctx(i) for i in range(3)))))
    w = [asyncio.create_task(b.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(b.n_waiting)
    await b.abort()
    for r in await asyncio.gather(*w, return_exceptions=True): print(type(r).__name__, r)
    print(b.broken)
    try:
        await b.wait()
    except asyncio.BrokenBarrierError as e:
        print(type(e).__name__, e)
    await b.reset()
    print(b.broken)
    w = [asyncio.create_task(b.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    await b.reset()
    print([type(r).__name__ for r in await asyncio.gather(*w, return_exceptions=True)], b.broken)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
    w = [asyncio.create_task(b.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    w[0].cancel()
    await asyncio.sleep(0)
    print(b.n_waiting, b.broken)
    w += [asyncio.create_task(b.wait()) for _ in range(2)]
    r = await asyncio.gather(*w, return_exceptions=True)
    print(sorted(x for x in r if isinstance(x, int)), issubclass(asyncio.BrokenBarrierError, RuntimeError))
asyncio.run(main())

