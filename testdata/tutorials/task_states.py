import asyncio

async def job():
    await asyncio.sleep(0.01)
    return 7

async def main():
    task = asyncio.create_task(job())
    print("done?", task.done(), "cancelled?", task.cancelled())
    if not task.done():
        print("still working")
    await task
    if task.done():
        print("finished with", task.result())
    other = asyncio.create_task(job())
    other.cancel()
    try:
        await other
    except asyncio.CancelledError:
        print("cancelled?", other.cancelled(), "done?", other.done())

asyncio.run(main())

