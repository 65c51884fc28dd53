# asyncio.run within a running loop, which other tasks, timers, callbacks and threads go on in.
import asyncio, nest_asyncio
nest_asyncio.apply()
order = []
async def inner(n):
    order.append(('in', n)); await asyncio.sleep(0.01 * n); order.append(('out', n)); return n
async def bg():
    for i in range(6): order.append(('bg', i)); await asyncio.sleep(0.004)
async def outer():
    t = asyncio.create_task(bg())
    a = asyncio.run(inner(1))
    b = asyncio.get_event_loop().run_until_complete(inner(2))
    c = asyncio.run(nested(2))
    await t
    return a, b, c
async def nested(k):
    if k == 0: return 'bottom'
    return [k, asyncio.run(nested(k - 1))]
async def failing(): raise ValueError('x')
def sync_in_callback(fut): fut.set_result(asyncio.run(inner(0)))
async def cb():
    loop = asyncio.get_running_loop(); f = loop.create_future(); loop.call_soon(sync_in_callback, f); return await f
async def main():
    print(await outer())
    try: asyncio.run(failing())
    except ValueError as e: print('caught', e)
    print(await cb())
    try: asyncio.run(asyncio.wait_for(asyncio.sleep(1), 0.01))
    except TimeoutError: print('timeout')
    print(asyncio.run(asyncio.to_thread(lambda: 5)))
    async with asyncio.timeout(1):
        print(asyncio.run(inner(1)), asyncio.current_task().get_name() != '')
    g = await asyncio.gather(inner(1), asyncio.to_thread(lambda: 1), inner(0))
    print(g, sum(1 for x in order if x[0] == 'bg'))
    q = asyncio.Queue()
    async def prod():
        for i in range(3): await q.put(i)
    asyncio.run(prod()); print([q.get_nowait() for _ in range(3)])
asyncio.run(main())
print(asyncio.run(inner(0)))
