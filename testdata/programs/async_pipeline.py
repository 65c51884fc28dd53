import asyncio
from dataclasses import dataclass
@dataclass
class Msg:
    id: int
    body: str
async def source(n, out):
    for i in range(n):
        await out.put(Msg(i, f"m{i}"))
        await asyncio.sleep(0)
    await out.put(None)
async def transform(inp, out, fn):
    while (m := await inp.get()) is not None:
        try:
            await out.put(Msg(m.id, fn(m.body)))
        except ValueError as e:
            print("dropped", m.id, e)
        finally:
            inp.task_done()
    await out.put(None)
async def sink(inp):
    got = []
    while (m := await inp.get()) is not None: got.append((m.id, m.body))
    return got
def picky(s):
    if s.endswith("3"): raise ValueError(f"will not take {s}")
    return s.upper() + "!"
async def main():
    a, b = asyncio.Queue(2), asyncio.Queue(1)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(source(6, a))
        tg.create_task(transform(a, b, picky))
        result = tg.create_task(sink(b))
    print(result.result())
    sem = asyncio.Semaphore(3)
    running = peak = 0
    async def fetch(i):
        nonlocal running, peak
        async with sem:
            running += 1; peak = max(peak, running)
            await asyncio.sleep(0.002)
            running -= 1
            if i == 5: raise ConnectionError(f"host {i}")
            return i * i
    res = await asyncio.gather(*(fetch(i) for i in range(8)), return_exceptions=True)
    print([r if isinstance(r, int) else repr(r) for r in res], peak)
    async def with_retry(fn, tries):
        for attempt in range(1, tries + 1):
            try:
                return await fn(attempt)
            except ConnectionError as e:
                print("attempt", attempt, e)
                await asyncio.sleep(0.001 * attempt)
        raise TimeoutError("out of tries")
    async def flaky(n):
        if n < 3: raise ConnectionError(f"flaky {n}")
        return "connected"
    print(await with_retry(flaky, 5))
    try:
        await with_retry(flaky, 2)
    except TimeoutError as e:
        print(e)
    async def first_of(*coros):
        ts = [asyncio.ensure_future(c) for c in coros]
        done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
        for p in pending: p.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        return done.pop().result(), [p.cancelled() for p in pending]
    print(await first_of(asyncio.sleep(0.2, "slow"), asyncio.sleep(0.005, "fast")))
asyncio.run(main())

