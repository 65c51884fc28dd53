import asyncio, contextvars
v = contextvars.ContextVar("v", default=0)
async def child(n):
    print("child sees", v.get())
    v.set(n)
    await asyncio.sleep(0)
    print("child", n, v.get())
async def main():
    v.set(100)
    await asyncio.gather(child(1), child(2))
    print("main", v.get())
    await child(3)
    print("main after direct", v.get())
    ctx = contextvars.copy_context()
    ctx.run(v.set, 500)
    t = asyncio.create_task(child(6), context=ctx)
    await t
    print("ctx", ctx[v], "main", v.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("call_soon", v.get()))
    loop.call_soon(lambda: print("call_soon ctx", v.get()), context=ctx) if False else loop.call_soon(lambda: print("ctx", v.get()), context=ctx)
    await asyncio.sleep(0)
    tok = v.set(7)
    print(tok.old_value, tok.var is v)
    v.reset(tok)
    print(v.get())
    try:
        v.reset(tok)
    except RuntimeError as e:
        print(str(e).split(" at 0x")[0].split("<Token")[0])
    print(t.get_context() is ctx)
    async def eager():
        print("eager start")
        await asyncio.sleep(0)
        print("eager end")
        return "e"
    async def immediate(): return "no await"
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(eager())
    print("after create")
    i = asyncio.create_task(immediate())
    print(i.done(), i.result(), await t)
    loop.set_task_factory(None)
    print(loop.get_task_factory())
asyncio.run(main())

