# Coroutines that need not wait give their result, or their error, at once and without a turn of the loop.
import asyncio


class Reluctant:
    def __lt__(self, other):
        raise ArithmeticError("no order")


async def main():
    turns = []
    asyncio.get_running_loop().call_soon(turns.append, "turn")
    q = asyncio.PriorityQueue(2)
    await q.put(Reluctant())
    try:
        await q.put(Reluctant())
    except ArithmeticError as e:
        print(e, q.qsize())
    lock = asyncio.Lock()
    print(await lock.acquire(), lock.locked())
    for wrong in (lambda: lock.acquire(3), lambda: q.put(), lambda: q.get(1), lambda: q.join(2)):
        try:
            await wrong()
        except TypeError as e:
            print(e)
    lock.release()
    async with lock as nothing:
        print(nothing, lock.locked())
    semaphore = asyncio.BoundedSemaphore(1)
    async with semaphore:
        print(semaphore.locked(), await asyncio.wait_for(asyncio.sleep(0, "slept"), None), turns)
    print(await semaphore.acquire(), semaphore.locked())
    semaphore.release()
    try:
        async with semaphore:
            semaphore.release()
    except ValueError as e:
        print(e, semaphore.locked())
    event = asyncio.Event()
    event.set()
    print(await event.wait())
    plain = asyncio.Queue()
    print(await plain.put(1), await plain.get(), plain.task_done(), await plain.join())
    plain.shutdown()
    for op in (plain.get, lambda: plain.put(1)):
        try:
            await op()
        except asyncio.QueueShutDown as e:
            print(repr(e))
    try:
        async with lock:
            lock.release()
    except RuntimeError as e:
        print(e)
    try:
        async with lock:
            raise KeyError("inside")
    except KeyError as e:
        print(repr(e), lock.locked())
    condition = asyncio.Condition(lock)
    async with condition:
        print(condition.locked(), lock.locked())
        condition.notify_all()
    async with asyncio.timeout(5) as limit, asyncio.TaskGroup() as group:
        print(limit.expired(), type(group).__name__)

    class Own(asyncio.Lock):
        async def acquire(self):
            print("own acquire")
            return await super().acquire()

        def release(self):
            print("own release")
            super().release()

    own = Own()
    async with own:
        print(own.locked())


asyncio.run(main())
