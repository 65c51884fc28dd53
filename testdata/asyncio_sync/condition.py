import asyncio
async def main():
    cond = asyncio.Condition()
    items = []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            print(n, "takes", items.pop(0))
    cs = [asyncio.create_task(consumer(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with cond:
        items.append("x")
        cond.notify()
    await asyncio.sleep(0.01)
    print([c.done() for c in cs])
    async with cond:
        items.extend("yz")
        cond.notify_all()
    await asyncio.gather(*cs)
    for op in (cond.notify, cond.notify_all):
        try:
            op()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    print(cond.locked(), repr(cond).split(" at ")[0], repr(cond)[-11:])
    async def wait_result():
        async with cond:
            return await cond.wait_for(lambda: len(items) > 1 and "value")
    t = asyncio.create_task(wait_result())
    await asyncio.sleep(0)
    async with cond:
        items += [1, 2]
        cond.notify(1)
    print(await t)
    async def waiter():
        async with cond:
            try:
                await cond.wait()
            except asyncio.CancelledError:
                print("cancelled holding", cond.locked())
                raise
    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    w.cancel()
    await asyncio.wait([w])
    print(cond.locked())
    lock = asyncio.Lock()
    c2 = asyncio.Condition(lock)
    async with c2: print(lock.locked())
    await c2.acquire(); c2.release()
    log = []
    async def ordered(n):
        async with cond:
            log.append(n); await cond.wait(); log.append(-n)
    ts = [asyncio.create_task(ordered(i)) for i in (1, 2, 3)]
    await asyncio.sleep(0.01)
    async with cond: cond.notify(2)
    await asyncio.sleep(0.01)
    print(log)
    async with cond: cond.notify(5)
    await asyncio.gather(*ts)
    print(log)
asyncio.run(main())

