import asyncio

async def fine():
    return "value"

async def broken():
    raise ValueError("the task failed")

async def main():
    for coro in (fine(), broken(), asyncio.sleep(5)):
        task = asyncio.create_task(coro)
        await asyncio.sleep(0)
        try:
            value = task.result()
        except asyncio.InvalidStateError as e:
            print("too early:", e)
            task.cancel()
            await asyncio.sleep(0)
            try:
                task.result()
            except asyncio.CancelledError:
                print("cancelled: no result")
        except Exception as e:
            print("failed:", repr(e), repr(task.exception()))
        else:
            print("got", value)

asyncio.run(main())

