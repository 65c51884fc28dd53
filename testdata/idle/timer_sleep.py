import asyncio
async def main():
    await asyncio.sleep(0.2)
    print("woke")
asyncio.run(main())
