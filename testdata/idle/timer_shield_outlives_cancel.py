import asyncio
async def work():
    await asyncio.sleep(0.1)
    print("worked")
async def main():
    inner = asyncio.create_task(work())
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.02))
    try:
        await outer
    except TimeoutError:
        print("late")
    await inner
asyncio.run(main())
