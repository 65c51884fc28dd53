# Exceptions of tasks that nobody keeps are reported when the task ends.
import asyncio

kept = []


async def bad(n):
    await asyncio.sleep(0)
    raise ValueError(n)


def keep(t):
    kept.append(t)
    return t


def spawn(c):
    return keep(asyncio.create_task(c))


async def selfish():
    kept.append(asyncio.current_task())
    1 / 0


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler:", c["message"], repr(c["exception"])))

    # Dropped by the statement that makes it.
    asyncio.create_task(bad(1))
    asyncio.ensure_future(bad(2))
    loop.create_task(bad(3))
    asyncio.Task(bad(4))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("A")
    await asyncio.sleep(0)

    # Kept by somebody.
    t = asyncio.create_task(bad(5))
    keep(asyncio.create_task(bad(6)))
    c = bad(7)
    keep(asyncio.create_task(c))
    spawn(bad(8))
    asyncio.create_task(selfish())
    d = {}
    d.setdefault(1, asyncio.create_task(bad(9)))
    asyncio.ensure_future(t)
    for _ in range(4):
        await asyncio.sleep(0)
    print("B")
    for k in kept:
        k.exception()
    d[1].exception()
    t.exception()

    # Watched by somebody.
    async with asyncio.TaskGroup() as tg:
        tg.create_task(asyncio.sleep(0))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(10))
    except* ValueError as e:
        print(e.exceptions)
    asyncio.create_task(bad(11)).add_done_callback(lambda t: print("callback", repr(t.exception())))
    asyncio.create_task(asyncio.wait_for(bad(12), 1))
    await asyncio.sleep(0.01)
    print("C")


asyncio.run(main())
