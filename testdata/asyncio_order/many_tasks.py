import asyncio
async def node(depth, acc):
    acc.append(depth)
    if depth:
        await asyncio.gather(node(depth - 1, acc), node(depth - 1, acc))
async def ring(n, rounds):
    qs = [asyncio.Queue() for _ in range(n)]
    async def member(i):
        total = 0
        for _ in range(rounds):
            v = await qs[i].get()
            total += v
            qs[(i + 1) % n].put_nowait(v + 1)
        return total
    ts = [asyncio.create_task(member(i)) for i in range(n)]
    qs[0].put_nowait(0)
    return await asyncio.gather(*ts)
async def main():
    acc = []
    await node(5, acc)
    print(len(acc), acc[:12])
    print(await ring(5, 4))
    counter = 0
    async def inc():
        nonlocal counter
        for _ in range(5):
            counter += 1
            await asyncio.sleep(0)
    await asyncio.gather(*(inc() for _ in range(200)))
    print(counter)
    async def deep(n): return n if n == 0 else await deep(n - 1) + 1
    print(await deep(200))
    ts = [asyncio.create_task(asyncio.sleep(0, i)) for i in range(300)]
    print(sum(await asyncio.gather(*ts)))
    async def chain(n):
        if n == 0: return 0
        return 1 + await asyncio.create_task(chain(n - 1))
    print(await chain(100))
    done, pending = await asyncio.wait({asyncio.create_task(asyncio.sleep(0.01 if i % 2 else 5)) for i in range(20)}, timeout=0.05)
    print(len(done), len(pending))
    for p in pending: p.cancel()
asyncio.run(main())

