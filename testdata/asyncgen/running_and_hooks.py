import asyncio
async def slow():
    yield 1
    await asyncio.sleep(0.01)
    yield 2
async def main():
    g = slow()
    await anext(g)
    t = asyncio.create_task(anext_wrap(g))
    await asyncio.sleep(0)
    try:
        await anext(g)
    except RuntimeError as e:
        print(e)
    print(await t)
    async def with_finally():
        try:
            yield "a"
            yield "b"
        finally:
            print("finalized")
    async for x in with_finally():
        print(x)
    g = with_finally()
    await anext(g)
    t = asyncio.create_task(consume_cancel())
    await asyncio.sleep(0.005)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("consumer cancelled")
    await g.aclose()
    async def inner():
        try:
            yield 1
            yield 2
        finally:
            print("inner done")
    async def outer():
        try:
            async for x in inner(): yield x * 10
        finally:
            print("outer done")
    print([x async for x in outer()])
    async def err():
        yield 1
        raise ValueError("in agen")
    try:
        async for x in err(): print("item", x)
    except ValueError as e:
        print(e)
    from contextlib import aclosing
    async with aclosing(outer()) as o:
        async for x in o:
            print("break at", x)
            break
    print("closed explicitly")
async def anext_wrap(g): return await anext(g)
async def consume_cancel():
    async def src():
        try:
            while True:
                yield 0
                await asyncio.sleep(1)
        finally:
            print("src finally")
    async for _ in src(): pass
asyncio.run(main())

