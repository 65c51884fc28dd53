import asyncio
async def main():
    q = asyncio.Queue(maxsize=2)
    print(q.maxsize, q.empty(), q.full(), q.qsize())
    async def producer():
        for i in range(5):
            await q.put(i)
            print("put", i, q.qsize())
        print("producer done")
    async def consumer():
        while True:
            v = await q.get()
            print("got", v)
            await asyncio.sleep(0)
            q.task_done()
    p = asyncio.create_task(producer())
    c = asyncio.create_task(consumer())
    await p
    await q.join()
    print("joined")
    c.cancel()
    for op in (q.get_nowait, q.task_done):
        try:
            op()
        except Exception as e:
            print(type(e).__name__, e)
    q.put_nowait(1); q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e), q.full())
    print(repr(q).split(" at 0x")[0], str(q).split(" maxsize")[1])
    print(q.get_nowait(), q.get_nowait())
    try:
        await asyncio.wait_for(q.get(), 0.01)
    except TimeoutError:
        print("get timed out", q)if 0 else print("get timed out")
    getters = [asyncio.create_task(q.get()) for _ in range(3)]
    await asyncio.sleep(0)
    getters[0].cancel()
    await q.put("x"); await q.put("y")
    print(await asyncio.gather(*getters, return_exceptions=True))
    big = asyncio.Queue()
    for i in range(3): big.put_nowait(i)
    print([big.get_nowait() for _ in range(3)], big.full(), asyncio.Queue(-1).full(), asyncio.Queue(0).maxsize)
asyncio.run(main())

