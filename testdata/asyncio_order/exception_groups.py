import asyncio
async def fail(e, d=0):
    await asyncio.sleep(d)
    raise e
async def slow(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError("v")))
            tg.create_task(fail(KeyError("k")))
            tg.create_task(slow(1))
    except* ValueError as eg:
        print("V", eg.exceptions)
    except* KeyError as eg:
        print("K", eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow(2))
            await asyncio.sleep(0)
            raise LookupError("body")
    except ExceptionGroup as eg:
        print(repr(eg))
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(fail(asyncio.CancelledError()))
    except BaseException as e:
        print("unexpected", repr(e))
    print(t.cancelled())
    async def cleanup_fails():
        try:
            await asyncio.sleep(1)
        finally:
            raise OSError("cleanup failed")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(cleanup_fails())
            tg.create_task(fail(ValueError("first")))
    except ExceptionGroup as eg:
        print(repr(eg), [repr(e.__context__) for e in eg.exceptions])
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(slow(3))
    except TimeoutError as e:
        print("timeout", repr(e))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(SystemExit(3)))
    except BaseException as e:
        print(repr(e))
try:
    asyncio.run(main())
except SystemExit as e:
    print("exit", e.code)

