# Where a task waits inside asyncio itself, as its repr shows it.
import asyncio
def show(t): print(t)
async def main():
    print(asyncio.current_task())
    q, full = asyncio.Queue(1), asyncio.Queue(1)
    full.put_nowait(1)
    lock, sem = asyncio.Lock(), asyncio.Semaphore(0)
    await lock.acquire()
    f = asyncio.Future()
    waits = [asyncio.sleep(9), asyncio.wait([f]), asyncio.wait_for(f, 9), q.get(), full.put(2), full.join(), asyncio.Event().wait(), lock.acquire(), sem.acquire()]
    tasks = [asyncio.create_task(c, name=str(i)) for i, c in enumerate(waits)]
    for t in tasks: show(t)
    await asyncio.sleep(0)
    for t in tasks: show(t)
    g = asyncio.gather(*tasks[:2])
    s = asyncio.shield(tasks[3])
    show(tasks[0]); show(tasks[3]); show(s); show(g)
    for t in tasks: t.cancel()
    await asyncio.gather(g, s, return_exceptions=True)
    await asyncio.wait(tasks)
    for t in tasks: show(t)
    a, b = asyncio.create_task(main2()), asyncio.create_task(main2(), name="named")
    print(a.get_name(), b.get_name(), asyncio.create_task(main2()).get_name())
async def main2(): pass
asyncio.run(main())
