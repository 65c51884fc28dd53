import asyncio
async def main():
    t = asyncio.current_task()
    async def inner():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            print("inner", e.args, asyncio.current_task().cancelling())
            asyncio.current_task().uncancel()
            await asyncio.sleep(0)
            return "survived"
    w = asyncio.create_task(inner())
    await asyncio.sleep(0)
    w.cancel("first")
    w.cancel("second")
    print(w.cancelling())
    print(await w, w.cancelling(), w.cancelled())
    async def twice():
        n = 0
        for _ in range(2):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                n += 1
                print("hit", n)
        await asyncio.sleep(1)
    w = asyncio.create_task(twice())
    for _ in range(3):
        await asyncio.sleep(0)
        w.cancel()
    try:
        await w
    except asyncio.CancelledError:
        print("finally cancelled", w.cancelling())
    print(t.uncancel())
    async def cancel_in_finally():
        try:
            raise ValueError("orig")
        finally:
            await asyncio.sleep(1)
    w = asyncio.create_task(cancel_in_finally())
    await asyncio.sleep(0)
    w.cancel()
    try:
        await w
    except asyncio.CancelledError as e:
        print("context", repr(e.__context__))
    async def waiter(f):
        try:
            return await f
        except asyncio.CancelledError:
            return "waiter cancelled"
    f = asyncio.Future()
    ws = [asyncio.create_task(waiter(f)) for _ in range(2)]
    await asyncio.sleep(0)
    ws[0].cancel()
    print(await ws[0], f.cancelled())
    print(await ws[1])
asyncio.run(main())

