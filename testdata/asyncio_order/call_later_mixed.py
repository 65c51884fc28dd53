import asyncio
async def main():
    loop = asyncio.get_running_loop()
    log = []
    loop.call_later(0.08, log.append, "later .02")
    loop.call_later(0.02, log.append, "later .01")
    loop.call_soon(log.append, "soon 1")
    async def t(n, d):
        log.append(f"task {n} start")
        await asyncio.sleep(d)
        log.append(f"task {n} end")
    a = asyncio.create_task(t("a", 0.05))
    b = asyncio.create_task(t("b", 0))
    loop.call_soon(log.append, "soon 2")
    loop.call_later(0, log.append, "later 0")
    await asyncio.sleep(0); log.append("main 1")
    await asyncio.sleep(0); log.append("main 2")
    await a
    log.append("main 3")
    await asyncio.sleep(0.06)
    print("\n".join(log))
asyncio.run(main())

