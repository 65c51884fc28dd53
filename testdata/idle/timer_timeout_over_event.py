import asyncio
async def main():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.Event().wait()
    except TimeoutError:
        print("timeout")
asyncio.run(main())
