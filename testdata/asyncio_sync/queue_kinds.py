import asyncio
async def main():
    pq = asyncio.PriorityQueue()
    for x in [(3, "c"), (1, "a"), (2, "b"), (1, "A")]: await pq.put(x)
    print([await pq.get() for _ in range(4)])
    lq = asyncio.LifoQueue(maxsize=3)
    for x in "abc": lq.put_nowait(x)
    print(lq.full(), [lq.get_nowait() for _ in range(3)])
    try:
        pq.put_nowait((1, {})); pq.put_nowait((1, {}))
    except TypeError as e:
        print(e)
    print(type(pq).__mro__[1].__name__, issubclass(asyncio.LifoQueue, asyncio.Queue), issubclass(asyncio.QueueEmpty, Exception))
    q = asyncio.Queue()
    workers_out = []
    async def worker(n):
        while True:
            item = await q.get()
            try:
                if item is None: return
                workers_out.append((n, item))
                await asyncio.sleep(0)
            finally:
                q.task_done()
    ws = [asyncio.create_task(worker(i)) for i in range(2)]
    for i in range(6): q.put_nowait(i)
    await q.join()
    for _ in ws: q.put_nowait(None)
    await asyncio.gather(*ws)
    print(workers_out)
    class Inv(asyncio.Queue):
        def _put(self, item): super()._put(-item)
    i = Inv(); i.put_nowait(5)
    print(i.get_nowait())
    order = []
    async def getter(n): order.append((n, await q.get()))
    gs = [asyncio.create_task(getter(n)) for n in "abc"]
    await asyncio.sleep(0)
    for i in range(3): q.put_nowait(i)
    await asyncio.gather(*gs)
    print(order)
asyncio.run(main())

