import asyncio
from random import Random

async def task_coro(arg):
    value = 1 + Random(arg).random()
    print(f">task got {value}")
    await asyncio.sleep(value)
    print(">task done")

async def main():
    try:
        await asyncio.wait_for(task_coro(1), timeout=0.02)
    except asyncio.TimeoutError:
        print("Gave up waiting, task canceled")

asyncio.run(main())

