import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    async def waiter(n):
        r = await f
        print("waiter", n, r)
        loop.call_soon(print, "soon from", n)
        await asyncio.sleep(0)
        print("waiter", n, "after sleep")
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    f.add_done_callback(lambda _: print("callback before waiters registered"))
    await asyncio.sleep(0)
    f.add_done_callback(lambda _: print("callback after waiters registered"))
    loop.call_soon(print, "plain callback")
    f.set_result("done")
    print("result set")
    await asyncio.sleep(0)
    print("main resumed")
    await asyncio.wait(ts)
    g = loop.create_future()
    loop.call_soon(g.set_result, None)
    loop.call_soon(print, "next to set_result")
    await g
    print("g awaited")
    already = loop.create_future(); already.set_result(1)
    loop.call_soon(print, "not yet")
    print("awaiting a finished future does not yield:", await already)
    async def immediate(): return 5
    loop.call_soon(print, "still not")
    print(await immediate(), "coroutine without suspension")
    print(await asyncio.create_task(immediate()), "task needs the loop")
asyncio.run(main())

