import asyncio
async def main():
    ev = asyncio.Event()
    print(ev.is_set(), repr(ev).split(" at ")[0], repr(ev)[-8:])
    log = []
    async def waiter(n):
        log.append(f"{n} waiting")
        print(await ev.wait())
        log.append(f"{n} woke")
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(repr(ev)[-19:])
    ev.set()
    print(ev.is_set(), log)
    await asyncio.gather(*ts)
    print(log)
    print(await ev.wait())
    ev.clear()
    print(ev.is_set())
    try:
        await asyncio.wait_for(ev.wait(), 0.01)
    except TimeoutError:
        print("not set in time")
    asyncio.get_running_loop().call_later(0.01, ev.set)
    await ev.wait()
    print("set by timer", repr(ev)[-5:])
    ev.clear()
    t = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    ev.set(); ev.clear()
    print(await t, ev.is_set())
    start = asyncio.Event()
    results = []
    async def runner(n):
        await start.wait()
        results.append(n)
    rs = [asyncio.create_task(runner(i)) for i in range(4)]
    await asyncio.sleep(0)
    rs[1].cancel()
    start.set()
    await asyncio.wait(rs)
    print(results)
asyncio.run(main())

