import asyncio, functools, contextvars
var = contextvars.ContextVar("var", default="default")
def cb(tag, t): print(tag, t.result(), var.get())
async def work():
    await asyncio.sleep(0)
    return 42
async def main():
    t = asyncio.create_task(work())
    t.add_done_callback(functools.partial(cb, "one"))
    f2 = functools.partial(cb, "two")
    t.add_done_callback(f2)
    t.add_done_callback(f2)
    print(t.remove_done_callback(f2), t.remove_done_callback(f2))
    ctx = contextvars.copy_context()
    ctx.run(var.set, "in ctx")
    t.add_done_callback(functools.partial(cb, "three"), context=ctx)
    await t
    print("awaited")
    await asyncio.sleep(0)
    def boom(t): raise ValueError("callback error")
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler:", c["message"].split(" at 0x")[0].split("<function")[0], repr(c["exception"])))
    t2 = asyncio.create_task(work())
    t2.add_done_callback(boom)
    t2.add_done_callback(lambda t: print("still called"))
    await t2
    await asyncio.sleep(0)
    f = loop.create_future()
    order = []
    for i in range(4):
        f.add_done_callback(lambda _, i=i: order.append(i))
    f.set_result(None)
    print(order)
    await asyncio.sleep(0)
    print(order)
    def adder(fut): fut.add_done_callback(lambda _: print("added from callback"))
    g = loop.create_future()
    g.add_done_callback(adder)
    g.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        f.add_done_callback()
    except TypeError as e:
        print(e)
asyncio.run(main())

