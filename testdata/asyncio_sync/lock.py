import asyncio
async def main():
    lock = asyncio.Lock()
    print(lock.locked(), repr(lock).split(" at ")[0], repr(lock)[-11:])
    order = []
    async def user(n):
        async with lock:
            order.append(f"{n} in")
            await asyncio.sleep(0)
            order.append(f"{n} out")
    await asyncio.gather(*(user(i) for i in range(3)))
    print(order)
    print(await lock.acquire(), lock.locked(), repr(lock)[-9:])
    w = [asyncio.create_task(user(f"w{i}")) for i in range(2)]
    await asyncio.sleep(0)
    print(repr(lock)[-20:])
    lock.release()
    await asyncio.gather(*w)
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    await lock.acquire()
    t = asyncio.create_task(user("cancelled"))
    t2 = asyncio.create_task(user("next"))
    await asyncio.sleep(0)
    t.cancel()
    lock.release()
    print([type(r).__name__ for r in await asyncio.gather(t, t2, return_exceptions=True)], order[-2:])
    try:
        async with asyncio.timeout(0.01):
            async with lock:
                await lock.acquire()
    except TimeoutError:
        print("deadlock avoided", lock.locked())
    try:
        with lock: pass
    except TypeError as e:
        print(e)
    async def fails():
        async with lock:
            raise ValueError("inside")
    try:
        await fails()
    except ValueError:
        print(lock.locked())
    shared = {"n": 0}
    async def inc():
        async with lock:
            v = shared["n"]
            await asyncio.sleep(0)
            shared["n"] = v + 1
    await asyncio.gather(*(inc() for _ in range(20)))
    print(shared)
    async def hog():
        await lock.acquire()
        lock.release()
        await lock.acquire()
        print("hog again")
        lock.release()
    await asyncio.gather(hog(), user("fair"))
    print(order[-2:])
asyncio.run(main())

