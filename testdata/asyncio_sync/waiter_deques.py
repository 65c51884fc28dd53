# The deques of waiters: what a program appends to them waits as well.
import asyncio
import collections


async def main():
    loop = asyncio.get_running_loop()

    def shown(x):
        return repr(x).split("[")[1]

    event = asyncio.Event()
    print(type(event._waiters).__name__, len(event._waiters), event._waiters is event._waiters)
    own = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    extra = loop.create_future()
    event._waiters.append(extra)
    print(shown(event), len(event._waiters))
    event.set()
    print(extra.done(), await own)

    sem = asyncio.Semaphore(0)
    print(sem._waiters)
    sem._waiters = collections.deque()
    extra = loop.create_future()
    sem._waiters.append(extra)
    print(shown(sem))

    queue = asyncio.Queue(1)
    await queue.put(1)
    putter = loop.create_future()
    queue._putters.append(putter)
    print(len(queue._putters), queue)
    print(await queue.get(), putter.done(), len(queue._putters))
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(len(queue._getters), "_getters[1]" in str(queue))
    # As a subclass of Queue would.
    queue._getters.popleft().set_result(None)
    queue.put_nowait(5)
    print(await getter)

    cond = asyncio.Condition()
    async with cond:
        extra = loop.create_future()
        cond._waiters.append(extra)
        print(shown(cond))
        cond.notify_all()
        print(extra.done(), extra.result())


asyncio.run(main())
