import asyncio, concurrent.futures
async def main():
    loop = asyncio.get_running_loop()
    cf = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(cf)
    loop.call_later(0.01, cf.set_result, "from concurrent")
    print(await wrapped, asyncio.wrap_future(wrapped) is wrapped)
    cf = concurrent.futures.Future()
    w = asyncio.wrap_future(cf)
    w.cancel()
    await asyncio.sleep(0)
    print(cf.cancelled())
    cf = concurrent.futures.Future()
    w = asyncio.wrap_future(cf, loop=loop)
    cf.set_exception(KeyError("c"))
    try:
        await w
    except KeyError as e:
        print(repr(e))
    with concurrent.futures.ThreadPoolExecutor(2) as ex:
        fs = [ex.submit(pow, 2, i) for i in range(4)]
        print(await asyncio.gather(*map(asyncio.wrap_future, fs)))
        loop.set_default_executor(ex)
        print(await asyncio.to_thread(len, "abc"))
    try:
        loop.set_default_executor(5)
    except TypeError as e:
        print(e)
    try:
        await cf
    except TypeError as e:
        print(e)
    try:
        await loop.run_in_executor(None, 5)
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
    def fn(*a, **k): return a, k
    try:
        await loop.run_in_executor(None, fn, k=1)
    except TypeError as e:
        print(e)
asyncio.run(main())

