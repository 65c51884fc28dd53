import asyncio, threading, contextvars, time
from concurrent.futures import ThreadPoolExecutor
v = contextvars.ContextVar("v")
def blocking(x, *, y=1):
    time.sleep(0.01)
    return x + y, v.get("unset"), threading.current_thread() is threading.main_thread()
def fails(): raise ValueError("in thread")
def stop(): raise StopIteration
async def main():
    v.set("ctx")
    print(await asyncio.to_thread(blocking, 1, y=5))
    print(await asyncio.gather(*(asyncio.to_thread(blocking, i) for i in range(3))))
    try:
        await asyncio.to_thread(fails)
    except ValueError as e:
        print(e)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 10))
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as ex:
        names = await asyncio.gather(*(loop.run_in_executor(ex, lambda: threading.current_thread().name) for _ in range(2)))
        print(all(n.startswith("pool_") for n in names))
        f = loop.run_in_executor(ex, sum, [1, 2, 3])
        print(asyncio.isfuture(f), await f)
    ticks = []
    async def ticker():
        for i in range(3):
            ticks.append(i)
            await asyncio.sleep(0.005)
    r = await asyncio.gather(asyncio.to_thread(time.sleep, 0.05), ticker())
    print(ticks, r)
    done = asyncio.Event()
    def from_thread(): loop.call_soon_threadsafe(done.set)
    threading.Thread(target=from_thread).start()
    await done.wait()
    async def coro(x):
        await asyncio.sleep(0)
        return x * 2
    def use_threadsafe():
        return asyncio.run_coroutine_threadsafe(coro(21), loop).result(timeout=2)
    print(await asyncio.to_thread(use_threadsafe))
    def use_failing():
        async def bad(): raise KeyError("k")
        try:
            asyncio.run_coroutine_threadsafe(bad(), loop).result()
        except KeyError as e:
            return repr(e)
    print(await asyncio.to_thread(use_failing))
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e:
        print(e)
    print(await asyncio.to_thread(lambda: asyncio.run(coro(4))))
asyncio.run(main())

