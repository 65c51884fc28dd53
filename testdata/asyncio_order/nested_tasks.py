import asyncio
log = []
async def leaf(n):
    log.append(f"leaf {n} a")
    await asyncio.sleep(0)
    log.append(f"leaf {n} b")
async def branch(n):
    log.append(f"branch {n} start")
    t = asyncio.create_task(leaf(n * 10))
    await leaf(n * 10 + 1)
    await t
    log.append(f"branch {n} end")
async def main():
    ts = [asyncio.create_task(branch(i)) for i in range(3)]
    log.append("main created")
    await asyncio.sleep(0)
    log.append("main after sleep")
    await asyncio.gather(*ts)
asyncio.run(main())
print("\n".join(log))

