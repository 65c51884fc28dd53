import asyncio
async def main():
    q = asyncio.Queue(2)
    q.put_nowait(1); q.put_nowait(2)
    blocked = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    q.shutdown()
    print(await asyncio.gather(blocked, return_exceptions=True))
    for op in (lambda: q.put(4), ):
        try:
            await op()
        except asyncio.QueueShutDown as e:
            print(type(e).__name__, repr(e))
    try:
        q.put_nowait(5)
    except asyncio.QueueShutDown as e:
        print("nowait", repr(e))
    print(await q.get(), q.get_nowait())
    for op in (q.get, ):
        try:
            await op()
        except asyncio.QueueShutDown:
            print("drained")
    try:
        q.get_nowait()
    except asyncio.QueueShutDown:
        print("drained nowait")
    q.task_done(); q.task_done()
    await q.join()
    print("joined", "shutdown" in repr(q))
    q = asyncio.Queue()
    getters = [asyncio.create_task(q.get()) for _ in range(2)]
    await asyncio.sleep(0)
    q.shutdown()
    print([type(r).__name__ for r in await asyncio.gather(*getters, return_exceptions=True)])
    q = asyncio.PriorityQueue()
    for i in (2, 1): q.put_nowait(i)
    j = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    await j
    print(q.qsize(), q.empty())
    try:
        q.get_nowait()
    except asyncio.QueueShutDown:
        print("immediate")
    async def consumer(q, out):
        try:
            while True: out.append(await q.get()); q.task_done()
        except asyncio.QueueShutDown:
            out.append("end")
    q, out = asyncio.Queue(), []
    c = asyncio.create_task(consumer(q, out))
    for i in range(3): await q.put(i)
    q.shutdown()
    await c
    print(out)
asyncio.run(main())

