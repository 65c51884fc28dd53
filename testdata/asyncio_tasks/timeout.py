import asyncio
async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01) as cm:
            print(cm.expired(), cm.when() is not None)
            await asyncio.sleep(1)
    except TimeoutError as e:
        print("timeout", repr(e), repr(e.__cause__), cm.expired())
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(0)
    print(cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when())
        cm.reschedule(loop.time() + 1)
        print(cm.when() > loop.time())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("deadline in the past")
    try:
        async with asyncio.timeout(0.05) as outer:
            try:
                async with asyncio.timeout(0.01) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired())
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer", outer.expired())
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("converted")
    except ValueError as e:
        print(e)
    t = asyncio.current_task()
    print(t.cancelling())
    async def worker():
        async with asyncio.timeout(1):
            await asyncio.sleep(1)
    w = asyncio.create_task(worker())
    await asyncio.sleep(0)
    w.cancel()
    try:
        await w
    except asyncio.CancelledError:
        print("external cancel", w.cancelled())
    cm = asyncio.timeout(1)
    print(repr(cm))
    for op in (lambda: cm.reschedule(5), cm.expired):
        try:
            print(op())
        except RuntimeError as e:
            print(e)
    async with cm: pass
    try:
        async with cm: pass
    except RuntimeError as e:
        print(e)
    try:
        cm.reschedule(1)
    except RuntimeError as e:
        print(e)
    print(repr(cm).split(" when")[0])
asyncio.run(main())

