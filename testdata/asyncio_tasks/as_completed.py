import asyncio
async def job(n, d):
    await asyncio.sleep(d)
    if n < 0: raise ValueError(n)
    return n
async def main():
    for c in asyncio.as_completed([job(1, 0.03), job(2, 0.01), job(3, 0.02)]):
        print(await c)
    ts = [asyncio.create_task(job(i, 0.01 * (3 - i)), name=f"t{i}") for i in range(3)]
    async for t in asyncio.as_completed(ts):
        print(t.get_name(), t in ts, t.result(), await t)
    for c in asyncio.as_completed([job(-1, 0.01), job(5, 0.02)]):
        try:
            print(await c)
        except ValueError as e:
            print("error", e)
    try:
        for c in asyncio.as_completed([job(1, 0.01), job(2, 1)], timeout=0.05):
            print(await c)
    except TimeoutError as e:
        print("timeout", repr(e))
    try:
        async for c in asyncio.as_completed([job(1, 0.01), job(2, 1)], timeout=0.05):
            print(await c)
    except TimeoutError as e:
        print("async timeout", repr(e))
    print([await c for c in asyncio.as_completed([])])
    it = asyncio.as_completed([job(7, 0)])
    print(hasattr(it, "__aiter__"), hasattr(it, "__next__"), type(it).__name__)
    print(await next(it))
    try:
        next(it)
    except StopIteration:
        print("exhausted")
    for bad in (5, job(1, 0)):
        try:
            asyncio.as_completed(bad)
        except TypeError as e:
            print(e)
            if asyncio.iscoroutine(bad): bad.close()
    async for c in asyncio.as_completed([job(9, 0)]):
        print(type(c).__name__, c.done())
asyncio.run(main())

