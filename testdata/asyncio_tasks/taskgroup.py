import asyncio
async def job(n, d=0):
    await asyncio.sleep(d)
    print("job", n)
    return n
async def fail(n, d=0):
    await asyncio.sleep(d)
    raise ValueError(n)
async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(job(1, 0.02))
        b = tg.create_task(job(2, 0.01), name="named")
        print(b.get_name())
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow())
            tg.create_task(fail("x", 0.01))
            tg.create_task(fail("y", 0.01))
            await asyncio.sleep(1)
            print("not reached")
    except* ValueError as eg:
        print(eg, [str(e) for e in eg.exceptions])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow())
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as eg:
        print(repr(eg))
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(slow())
            await asyncio.sleep(0)
            t.cancel()
    except BaseException as e:
        print("never", e)
    print("cancelled child is fine", t.cancelled())
    c = job(3)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e).split("0x")[0].rstrip("<TaskGroup at "))
    tg2 = asyncio.TaskGroup()
    c2 = job(4)
    try:
        tg2.create_task(c2)
    except RuntimeError as e:
        print("has not been entered" in str(e))
    c2.close()
    async def outer():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow())
    o = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    o.cancel()
    try:
        await o
    except asyncio.CancelledError:
        print("group cancelled from outside")
    async with asyncio.TaskGroup() as outer_tg:
        async def spawn():
            outer_tg.create_task(job("spawned"))
        outer_tg.create_task(spawn())
    try:
        async with asyncio.TaskGroup() as tg:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail("nested"))
    except* ValueError as eg:
        print(repr(eg))
    async with asyncio.TaskGroup() as tg:
        print(repr(tg).startswith("<TaskGroup"), "entered" in repr(tg))
asyncio.run(main())

