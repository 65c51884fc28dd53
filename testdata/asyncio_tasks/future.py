import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled(), f.get_loop() is loop)
    for m in ("result", "exception"):
        try:
            getattr(f, m)()
        except asyncio.InvalidStateError as e:
            print(m, e)
    f.set_result(1)
    for c in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            c()
        except asyncio.InvalidStateError as e:
            print(e)
    print(f.result(), f.exception(), f.cancel(), await f)
    f = asyncio.Future()
    f.set_exception(KeyError)
    try:
        await f
    except KeyError as e:
        print(repr(e), f.exception())
    f = asyncio.Future(loop=loop)
    for bad in (StopIteration, 5, StopIteration("x"), "str"):
        try:
            f.set_exception(bad)
            print("set", repr(f.exception()), repr(f.exception().__cause__))
            f = asyncio.Future()
        except TypeError as e:
            print(type(e).__name__, e)
    f = asyncio.Future()
    print(f.cancel("m"), f.cancel(), f.cancelled())
    try:
        await f
    except asyncio.CancelledError as e:
        print(repr(e))
    f = asyncio.Future()
    async def setter():
        await asyncio.sleep(0.01)
        f.set_result("set by task")
    asyncio.create_task(setter())
    print(await asyncio.wait_for(f, 1))
    f = asyncio.Future()
    it = f.__await__()
    print(next(it) is f)
    try:
        next(it)
    except RuntimeError as e:
        print(e)
    f.set_result("resumed")
    try:
        next(it)
    except StopIteration as e:
        print(e.value)
    async def waiter(n): print(n, await g)
    g = asyncio.Future()
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    g.set_result("all")
    await asyncio.gather(*ts)
try:
    asyncio.Future()
except RuntimeError as e:
    print(e)
asyncio.run(main())

