import asyncio
async def work(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return f"{name} done"
async def main():
    t1 = asyncio.create_task(work("a", 3))
    t2 = asyncio.create_task(work("b", 2), name="second")
    print("created", t1.get_name(), t2.get_name(), t1.done())
    print(await t1, await t2)
    print(t1.done(), t1.cancelled(), t1.result(), t1.exception())
    t2.set_name("renamed")
    print(t2.get_name())
    t2.set_name(5)
    print(repr(t2.get_name()))
    print(await t1)
    coro = work("direct", 1)
    print(await coro)
    try:
        await coro
    except RuntimeError as e:
        print(e)
    t3 = asyncio.create_task(work("c", 1))
    try:
        t3.result()
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    try:
        t3.exception()
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    await t3
    for bad in (5, None, "x", work, [1]):
        try:
            asyncio.create_task(bad)
        except TypeError as e:
            print(str(e).split(" at 0x")[0])
    try:
        await 5
    except TypeError as e:
        print(e)
asyncio.run(main())

