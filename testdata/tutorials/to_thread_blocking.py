import asyncio
import time

def blocking_task():
    print("Task starting")
    time.sleep(0.03)
    print("Task done")

async def main():
    print("Main running the blocking task")
    task = asyncio.create_task(asyncio.to_thread(blocking_task))
    print("Main doing other things")
    await asyncio.sleep(0)
    await task

asyncio.run(main())

