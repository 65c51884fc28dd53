import asyncio
async def main():
    try:
        await asyncio.sleep(0)
        raise KeyboardInterrupt
    finally:
        print("main finally", flush=True)
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")

