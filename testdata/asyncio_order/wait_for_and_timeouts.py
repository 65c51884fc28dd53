import asyncio
log = []
async def job(n, steps):
    for i in range(steps):
        log.append((n, i))
        await asyncio.sleep(0)
    return n
async def noise():
    for i in range(6):
        log.append(("noise", i))
        await asyncio.sleep(0)
async def main():
    t = asyncio.create_task(noise())
    r = await asyncio.wait_for(job("w", 2), 1)
    log.append(("result", r))
    async with asyncio.timeout(1):
        await job("t", 2)
    log.append("left timeout")
    await asyncio.shield(job("s", 1))
    log.append("shielded")
    await t
    log.append("end")
asyncio.run(main())
for x in log: print(x)

