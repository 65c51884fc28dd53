import asyncio
async def fail(): raise ValueError("lost")
async def main():
    loop = asyncio.get_running_loop()
    def handler(loop, ctx):
        print(ctx["message"], repr(ctx.get("exception")), sorted(ctx))
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "custom", "exception": KeyError(1)})
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(loop.get_exception_handler() is handler)
    def bad_handler(loop, ctx): raise RuntimeError("handler failed")
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    h = loop.call_soon(print, "args", 1)
    print(type(h).__name__, h.cancelled())
    await asyncio.sleep(0)
    th = loop.call_later(5, print)
    print(type(th).__name__, th.when() > loop.time())
    th.cancel()
asyncio.run(main())

