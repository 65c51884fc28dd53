import asyncio
async def job(d, r="result"):
    try:
        await asyncio.sleep(d)
        return r
    except asyncio.CancelledError:
        print("job cancelled")
        raise
async def main():
    print(await asyncio.wait_for(job(0.01), 1))
    print(await asyncio.wait_for(job(0), None))
    try:
        await asyncio.wait_for(job(1), 0.01)
    except TimeoutError as e:
        print(type(e).__name__, repr(str(e)), repr(e.__cause__), asyncio.TimeoutError is TimeoutError)
    for t in (0, -1):
        try:
            await asyncio.wait_for(job(1), t)
        except TimeoutError as e:
            print("immediate", repr(e))
    f = asyncio.Future(); f.set_result("ready")
    print(await asyncio.wait_for(f, 0))
    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return "stubborn result"
    print(await asyncio.wait_for(stubborn(), 0.01))
    async def raises():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise KeyError("on cancel")
    try:
        await asyncio.wait_for(raises(), 0.01)
    except KeyError as e:
        print(repr(e), repr(e.__context__))
    async def outer(): return await asyncio.wait_for(job(5), 3)
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("outer cancelled", t.cancelled())
    task = asyncio.create_task(job(1))
    try:
        await asyncio.wait_for(task, 0.01)
    except TimeoutError:
        print(task.cancelled())
    try:
        await asyncio.wait_for(5, 1)
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait_for(asyncio.wait_for(job(1), 0.01), 1)
    except TimeoutError:
        print("nested")
    results = await asyncio.gather(*(asyncio.wait_for(job(d, d), 0.03) for d in (0.01, 0.5)), return_exceptions=True)
    print(results)
asyncio.run(main())

