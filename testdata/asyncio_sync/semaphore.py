import asyncio
async def main():
    sem = asyncio.Semaphore(2)
    active = peak = 0
    async def job(n):
        nonlocal active, peak
        async with sem:
            active += 1; peak = max(peak, active)
            await asyncio.sleep(0.005)
            active -= 1
        return n
    print(await asyncio.gather(*(job(i) for i in range(6))), peak)
    print(sem.locked(), repr(sem).split(" at ")[0], repr(sem)[-20:])
    await sem.acquire(); await sem.acquire()
    print(sem.locked(), repr(sem)[-9:])
    t = asyncio.create_task(sem.acquire())
    await asyncio.sleep(0)
    print(repr(sem)[-20:])
    sem.release()
    print(await t)
    sem.release(); sem.release(); sem.release()
    print(repr(sem)[-19:])
    b = asyncio.BoundedSemaphore(1)
    async with b: print(b.locked())
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    z = asyncio.Semaphore(0)
    order = []
    async def w(n):
        await z.acquire()
        order.append(n)
    ts = [asyncio.create_task(w(i)) for i in range(4)]
    await asyncio.sleep(0)
    ts[1].cancel()
    for _ in range(3): z.release()
    await asyncio.wait(ts)
    print(order, ts[1].cancelled())
    try:
        await asyncio.wait_for(z.acquire(), 0.01)
    except TimeoutError:
        print("timeout", z.locked())
    s = asyncio.Semaphore(1)
    await s.acquire()
    f = asyncio.create_task(w2(s, order))
    s.release()
    print(s.locked())
    async with s: order.append("main")
    await f
    print(order)
async def w2(s, order):
    async with s: order.append("task")
asyncio.run(main())

