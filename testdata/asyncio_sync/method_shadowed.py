# Methods of queues and futures are found fast, but an attribute of the object's own comes first.
import asyncio


def get(q):
    return q.get_nowait()


async def main():
    q = asyncio.Queue()
    for i in range(6):
        q.put_nowait(i)
    print(get(q), get(q))
    q.get_nowait = lambda: "mine"
    print(get(q))
    del q.get_nowait
    print(get(q))
    other = asyncio.Queue()
    await other.put("x")
    print(get(other), await q.get())

    async def mine():
        return "my own"

    for i in range(3):
        if i == 1:
            q.get = mine
        print(await q.get())
        if i == 1:
            del q.get
        q.put_nowait(10 + i)
    class Sub(asyncio.Queue):
        def size(self):
            return self.qsize()

    s = Sub()
    for i in range(3):
        if i == 2:
            s.size = lambda: "shadowed"
        print(s.size(), s.qsize())
        s.put_nowait(i)
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(asyncio.sleep(0))
    for x in (f, t, f):
        print(x.done(), x.cancelled())
    await t
    f.set_result(1)

    lock = asyncio.Lock()
    for i in range(3):
        if i == 1:
            lock.acquire = mine
        print(await lock.acquire(), lock.locked())
        if lock.locked():
            lock.release()
        if i == 1:
            del lock.acquire


asyncio.run(main())
