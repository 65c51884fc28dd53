import asyncio, signal

async def quick():
    return 1

async def bad():
    raise ValueError("eager bad")

async def slow():
    await asyncio.sleep(0)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    for c in (quick, bad, slow):
        t = asyncio.create_task(c(), name="t")
        print(t)
        await asyncio.wait([t])
        print(t, t.exception(), t.get_coro() is None)
    f = loop.create_future()
    f.set_result(f)
    print(f)
    f = loop.create_future()
    f.set_result([f])
    print(f)
    loop.add_signal_handler(signal.SIGUSR1, print)
    print(signal.getsignal(signal.SIGUSR1).__name__)

asyncio.run(main())
