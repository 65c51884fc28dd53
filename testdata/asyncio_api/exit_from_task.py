import asyncio
async def quitter():
    await asyncio.sleep(0)
    raise SystemExit(7)
async def other():
    try:
        await asyncio.sleep(1)
    finally:
        print("other cleaned up")
async def main():
    asyncio.create_task(other())
    asyncio.create_task(quitter())
    await asyncio.sleep(0.5)
    print("not reached")
asyncio.run(main())

