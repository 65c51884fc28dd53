import asyncio, inspect
async def agen(n):
    print("start")
    try:
        for i in range(n):
            got = yield i
            if got: print("got", got)
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print("cleanup")
async def main():
    g = agen(3)
    print(type(g).__name__, inspect.isasyncgen(g), inspect.isasyncgenfunction(agen), g.ag_running, g.ag_frame is not None, g.__name__)
    print(await g.__anext__(), await anext(g), await g.asend("hello"))
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print("stop", e.args)
    print(await anext(g, "default"))
    async for x in agen(2): print(x)
    g = agen(5)
    await anext(g)
    await g.aclose()
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print("closed")
    async def catcher():
        while True:
            try:
                yield 1
            except ValueError as e:
                print("caught", e)
                yield "recovered"
    g = catcher()
    await anext(g)
    print(await g.athrow(ValueError("v")))
    try:
        await g.athrow(KeyError("k"))
    except KeyError as e:
        print(repr(e))
    async def ignores():
        try:
            yield 1
        except GeneratorExit:
            yield 2
    g = ignores(); await anext(g)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
    g = agen(1)
    for bad in (lambda: g.asend(5), ):
        try:
            await bad()
        except TypeError as e:
            print(e)
    async def raises_stop():
        yield 1
        raise StopAsyncIteration("x")
    g = raises_stop(); await anext(g)
    try:
        await anext(g)
    except RuntimeError as e:
        print(e)
    async def raises_stopiter():
        yield 1
        raise StopIteration("x")
    g = raises_stopiter(); await anext(g)
    try:
        await anext(g)
    except RuntimeError as e:
        print(e)
    for f in (lambda: anext(5), lambda: aiter(5), lambda: aiter([])):
        try:
            f()
        except TypeError as e:
            print(e)
    g = agen(1)
    print(aiter(g) is g, g.__aiter__() is g)
    await g.aclose()
asyncio.run(main())

