import asyncio
async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def double(src):
    async for x in src: yield x * 2
async def take(src, n):
    i = 0
    async for x in src:
        if i >= n: break
        yield x
        i += 1
async def amap(f, src):
    async for x in src: yield await f(x)
async def sq(x):
    await asyncio.sleep(0)
    return x * x
async def main():
    print([x async for x in take(double(numbers(10)), 3)])
    print([x async for x in amap(sq, numbers(4))])
    print([x async for x in numbers(5) if x % 2], {x % 2 async for x in numbers(5)}, {x: y async for x in numbers(2) for y in "ab"})
    gen = (x + 1 async for x in numbers(3))
    print(type(gen).__name__, [x async for x in gen])
    print([[y async for y in numbers(x)] async for x in numbers(3)])
    print([await sq(x) for x in range(3)], [await sq(x) async for x in numbers(3) if await sq(x) > 0])
    print(sum([x async for x in numbers(4)]), max([x async for x in numbers(4)]))
    async def enum(src, start=0):
        async for x in src:
            yield start, x
            start += 1
    async for i, x in enum(double(numbers(2)), 10): print(i, x)
    async def merge(*srcs):
        q = asyncio.Queue()
        async def pump(s):
            async for x in s: await q.put(x)
        ts = [asyncio.create_task(pump(s)) for s in srcs]
        async def closer():
            await asyncio.gather(*ts)
            await q.put(None)
        c = asyncio.create_task(closer())
        while (x := await q.get()) is not None: yield x
        await c
    print(sorted([x async for x in merge(numbers(3), double(numbers(3)))]))
    async def ticker(delay, to):
        for i in range(to):
            yield i
            await asyncio.sleep(delay)
    async def consume(name, d):
        return [f"{name}{i}" async for i in ticker(d, 3)]
    print(await asyncio.gather(consume("a", 0.002), consume("b", 0.001)))
    async def fib():
        a, b = 0, 1
        while True:
            yield a
            a, b = b, a + b
    out = []
    async for f in fib():
        if f > 50: break
        out.append(f)
    print(out)
    async def two_way():
        total = 0
        while True:
            x = yield total
            if x is None: return
            total += x
    g = two_way()
    await g.asend(None)
    print(await g.asend(5), await g.asend(7))
    try:
        await g.asend(None)
    except StopAsyncIteration:
        print("end")
asyncio.run(main())

