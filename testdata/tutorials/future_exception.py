import asyncio

async def fail_future(fut):
    await asyncio.sleep(0.01)
    fut.set_exception(RuntimeError("could not compute"))

async def main():
    fut = asyncio.get_running_loop().create_future()
    helper = asyncio.create_task(fail_future(fut))
    try:
        await fut
    except RuntimeError as e:
        print("future failed:", e, fut.exception() is e)
    await helper

asyncio.run(main())

