import asyncio
async def sleeper(tag, swallow=False):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print(tag, "cancelled", e.args)
        if swallow: return "swallowed"
        raise
    finally:
        print(tag, "finally")
async def main():
    t = asyncio.create_task(sleeper("a"))
    await asyncio.sleep(0)
    print(t.cancel("why"), t.cancelling(), t.cancelled())
    try:
        await t
    except asyncio.CancelledError as e:
        print("caught", repr(e), t.cancelled(), t.done())
    t = asyncio.create_task(sleeper("b", True))
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling())
    print(t.cancel())
    t = asyncio.create_task(sleeper("never starts"))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled before start")
    try:
        t.result()
    except asyncio.CancelledError as e:
        print("result", repr(e))
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print("exception", repr(e))
    me = asyncio.current_task()
    me.cancel()
    print("cancelling", me.cancelling())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("self cancel", me.cancelling(), me.uncancel(), me.cancelling())
    await asyncio.sleep(0)
    async def outer():
        inner = asyncio.create_task(sleeper("inner"))
        try:
            await inner
        except asyncio.CancelledError:
            print("outer sees", inner.cancelled())
            raise
    o = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    o.cancel("msg")
    r = await asyncio.gather(o, return_exceptions=True)
    print(r)
    async def clean():
        try:
            await asyncio.sleep(5)
        finally:
            await asyncio.sleep(0.01)
            print("async cleanup done")
    c = asyncio.create_task(clean())
    await asyncio.sleep(0)
    c.cancel()
    await asyncio.wait([c])
    print(c.cancelled(), c)if False else print(c.cancelled())
asyncio.run(main())

