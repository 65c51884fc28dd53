import asyncio
async def lost():
    raise RuntimeError("nobody looks")
async def main():
    asyncio.create_task(lost(), name="loser")
    await asyncio.sleep(0.01)
    print("main ends")
asyncio.run(main())

