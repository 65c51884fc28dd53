import asyncio
log = []
async def gen(n):
    try:
        for i in range(3):
            log.append(f"{n} yields {i}")
            yield i
            await asyncio.sleep(0)
    finally:
        log.append(f"{n} closed")
async def consume(n, limit):
    async for x in gen(n):
        log.append(f"{n} got {x}")
        if x == limit: break
    log.append(f"{n} done")
    await asyncio.sleep(0)
async def main():
    await asyncio.gather(consume("a", 9), consume("b", 9))
    g = gen("c")
    async for x in g: break
    await g.aclose()
    log.append("after aclose")
    try:
        async for x in (g2 := gen("d")):
            raise ValueError("in loop")
    except ValueError:
        log.append("loop failed")
    await g2.aclose()
    res = await asyncio.gather(*(anext(gen(f"n{i}")) for i in range(2)))
    log.append(res)
asyncio.run(main())
for l in log[:24]: print(l)

