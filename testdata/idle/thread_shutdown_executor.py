import asyncio
import time
async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, time.sleep, 0.2)
    await loop.shutdown_default_executor()
    print("shut down")
asyncio.run(main())
