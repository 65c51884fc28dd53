import asyncio
async def coro(): return "coro"
class Aw:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaitable"
class BadAw:
    def __await__(self): return 5
class BadAw2:
    def __await__(self):
        yield 42
async def main():
    t = asyncio.ensure_future(coro())
    print(type(t).__name__, await t, asyncio.ensure_future(t) is t)
    print(await asyncio.ensure_future(Aw()), await Aw())
    print(await asyncio.gather(Aw(), coro()))
    f = asyncio.Future()
    print(asyncio.ensure_future(f) is f)
    f.cancel()
    for bad in (5, "x", None, coro):
        try:
            asyncio.ensure_future(bad)
        except TypeError as e:
            print(e)
    for b in (BadAw(), BadAw2()):
        try:
            await b
        except (TypeError, RuntimeError) as e:
            print(type(e).__name__, str(e).split("<Task")[0], str(e)[-12:])
    print(asyncio.iscoroutine(c := coro()), asyncio.iscoroutinefunction(coro), asyncio.iscoroutinefunction(main), asyncio.iscoroutine(coro))
    c.close()
    async def agen():
        yield 1
    print(asyncio.iscoroutinefunction(agen), asyncio.iscoroutine(g := agen()))
    try:
        await g
    except TypeError as e:
        print(e)
    try:
        await (lambda: 1)
    except TypeError as e:
        print(e)
    try:
        await [coro]
    except TypeError as e:
        print(e)
    try:
        t = asyncio.create_task(Aw())
    except TypeError as e:
        print(str(e).split(" at ")[0].split("<__main__")[0])
asyncio.run(main())

