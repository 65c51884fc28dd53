import asyncio
log = []
async def user(lock, n, rounds):
    for i in range(rounds):
        async with lock:
            log.append(f"{n}{i}")
            await asyncio.sleep(0)
        log.append(f"{n}-")
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(user(lock, n, 3) for n in "abc"))
    print(" ".join(log)); log.clear()
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(user(sem, n, 2) for n in "abcd"))
    print(" ".join(log)); log.clear()
    q = asyncio.Queue(1)
    async def put(n):
        for i in range(3): await q.put(f"{n}{i}"); log.append(f"+{n}{i}")
    async def get():
        for _ in range(6): log.append("-" + await q.get())
    await asyncio.gather(put("x"), put("y"), get())
    print(" ".join(log)); log.clear()
    ev = asyncio.Event()
    async def wait(n): await ev.wait(); log.append(n)
    ts = [asyncio.create_task(wait(i)) for i in range(4)]
    await asyncio.sleep(0)
    ev.set(); log.append("set")
    await asyncio.gather(*ts)
    print(log); log.clear()
    cond = asyncio.Condition()
    async def cw(n):
        async with cond:
            await cond.wait(); log.append(n)
            await asyncio.sleep(0); log.append(n)
    ts = [asyncio.create_task(cw(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with cond: cond.notify_all(); log.append("notified")
    await asyncio.gather(*ts)
    print(log)
asyncio.run(main())

