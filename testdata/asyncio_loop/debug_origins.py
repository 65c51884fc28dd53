import asyncio, re
def last(x):
    f = x._source_traceback[-1]
    return re.sub(r'.*/lib/python3.13/|<pyasync>/', '', f.filename).split('/')[-1], f.lineno, f.name
async def c(): await asyncio.sleep(0.01)
async def main():
    loop = asyncio.get_running_loop()
    print("main", last(asyncio.current_task()))
    print("create_task", last(asyncio.create_task(c())))
    print("loop.create_task", last(loop.create_task(c())))
    t = asyncio.create_task(c())
    await asyncio.sleep(0)
    print("sleep fut", last(t._fut_waiter))
    print("ensure_future", last(asyncio.ensure_future(c())))
    g = asyncio.gather(c(), c())
    print("gather", last(g), [last(x) for x in g._children])
    print("create_future", last(loop.create_future()))
    print("Future", last(asyncio.Future()))
    s = asyncio.shield(c())
    print("shield", last(s))
    async with asyncio.TaskGroup() as tg:
        print("tg", last(tg.create_task(c())))
    async def waitfor(x): await asyncio.wait_for(x, 1)
    t2 = asyncio.create_task(asyncio.wait([asyncio.create_task(c())]))
    await asyncio.sleep(0)
    print("wait", last(t2._fut_waiter))
    l = asyncio.Lock(); await l.acquire()
    for n, a in (("lock", l.acquire()), ("event", asyncio.Event().wait()), ("sem", asyncio.Semaphore(0).acquire()), ("queue", asyncio.Queue().get())):
        t3 = asyncio.create_task(a); await asyncio.sleep(0); print(n, last(t3._fut_waiter)); t3.cancel()
    ex = loop.run_in_executor(None, int)
    print("executor", last(ex)); await ex
    h = loop.call_later(1, print); print("later", last(h)); h.cancel()
    h = loop.call_soon(int); print("soon", last(h))
    await g; await s; await t2; await t
asyncio.run(main(), debug=True)
