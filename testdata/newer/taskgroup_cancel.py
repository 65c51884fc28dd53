import asyncio
async def job(n):
    try:
        await asyncio.sleep(n)
    finally:
        print("job", n, "ends")
async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job(1))
        await asyncio.sleep(0)
        tg.cancel()
        await asyncio.sleep(1)
        print("not reached")
    print("after", asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job(5))
        await asyncio.sleep(0)
        tg.cancel()
    print("after 2", asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(job(5))
        async def stop():
            tg.cancel()
        tg.create_task(stop())
    tg.cancel(); tg.cancel()
    print("after 3", t.cancelled(), asyncio.current_task().cancelling())
    tg = asyncio.TaskGroup()
    tg.cancel()
    async with tg:
        print("body")
        await asyncio.sleep(1)
        print("not reached")
    print("after 4")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.cancel()
            raise ValueError("x")
    except* ValueError as e:
        print(repr(e))
    print(asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as tg:
        tg.cancel()
        try: tg.create_task(job(0))
        except RuntimeError as e: print(str(e)[:9], str(e)[-16:])
    print("end", asyncio.current_task().cancelling())
asyncio.run(main())


async def eager_child(tg):
    tg.cancel()
    await asyncio.Event().wait()


async def more():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(eager_child(tg))
    print("group exited")
asyncio.run(more())
