import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, time.sleep, 0.1) for _ in range(4))))
asyncio.run(main())
