import asyncio
async def stubborn(ev):
    try: await asyncio.sleep(10)
    finally: await ev.wait()
async def main():
    asyncio.create_task(stubborn(asyncio.Event()), name="cleanup")
    await asyncio.sleep(0)
    print("main returns")
asyncio.run(main())
