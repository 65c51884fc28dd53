import asyncio
async def fail(msg, delay=0):
    await asyncio.sleep(delay)
    raise ValueError(msg)
async def main():
    t = asyncio.create_task(fail("one"))
    try:
        await t
    except ValueError as e:
        print("caught", e, t.exception() is e, t.done(), t.cancelled())
    try:
        t.result()
    except ValueError as e:
        print("again", e)
    try:
        await t
    except ValueError as e:
        print("third", e)
    async def chain():
        try:
            await fail("inner")
        except ValueError as e:
            raise KeyError("outer") from e
    try:
        await asyncio.create_task(chain())
    except KeyError as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__))
    async def stop(): raise StopIteration("s")
    try:
        await stop()
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    async def stopasync(): raise StopAsyncIteration("s")
    try:
        await stopasync()
    except StopAsyncIteration as e:
        print(repr(e))
    async def ctx():
        try:
            1 / 0
        except ZeroDivisionError:
            await fail("while handling")
    try:
        await asyncio.create_task(ctx())
    except ValueError as e:
        print(e, repr(e.__context__))
    try:
        await asyncio.wait_for(fail("in wait_for"), 1)
    except ValueError as e:
        print(e)
    async def retry(n):
        for i in range(n):
            try:
                if i < 2: await fail(f"try {i}")
                return f"ok after {i}"
            except ValueError as e:
                print("retry", e)
    print(await retry(5))
    t = asyncio.create_task(fail("named"))
    await asyncio.sleep(0); await asyncio.sleep(0)
    print(repr(t.exception()))
asyncio.run(main())

