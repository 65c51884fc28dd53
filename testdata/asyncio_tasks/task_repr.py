import asyncio, re
async def work(x):
    await asyncio.sleep(0.01)
    return x
async def fail():
    raise ValueError("bad")
def show(o): print(re.sub(r"0x[0-9a-f]+", "0x", repr(o)).replace(__file__, "F"))
def cb(t): pass
class Owner:
    async def method(self): await asyncio.sleep(0)
    def cb(self, t): pass
async def main():
    t = asyncio.create_task(work(1), name="T")
    show(t)
    await asyncio.sleep(0)
    show(t)
    t.add_done_callback(cb)
    show(t)
    t.add_done_callback(Owner().cb)
    await t
    show(t)
    e = asyncio.create_task(fail(), name="E")
    await asyncio.wait([e])
    show(e)
    c = asyncio.create_task(work(2), name="C")
    c.cancel()
    show(c)
    await asyncio.sleep(0)
    show(c)
    await asyncio.wait([c])
    show(c)
    m = asyncio.create_task(Owner().method(), name="M")
    show(m)
    async def waits(): await m
    w = asyncio.create_task(waits(), name="W")
    await asyncio.sleep(0)
    show(w)
    await w
    show(w)
    f = asyncio.get_running_loop().create_future()
    show(f)
    f.add_done_callback(cb)
    show(f)
    f.set_result([1, "x" * 3])
    show(f)
    g = asyncio.Future()
    g.set_exception(KeyError("k"))
    show(g)
    g.exception()
    h = asyncio.Future()
    h.cancel()
    show(h)
    print(type(t), type(f), isinstance(t, asyncio.Future), asyncio.isfuture(t), asyncio.isfuture(work), asyncio.iscoroutine(5))
asyncio.run(main())

