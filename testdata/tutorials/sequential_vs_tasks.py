import asyncio
import time

async def fetch(name, delay):
    print(f"{name}: fetching data...")
    await asyncio.sleep(delay)
    print(f"{name}: data received!")
    return f"{name}: data"

async def process(name, delay):
    print(f"{name}: processing data...")
    data = await fetch(name, delay)
    print(f"{name}: processed {data}")
    return data

async def main():
    t1 = asyncio.create_task(process("Task1", 0.05))
    t2 = asyncio.create_task(process("Task2", 0.01))
    t3 = asyncio.create_task(process("Task3", 0.1))
    print(await t1)
    print(await t2)
    print(await t3)
    start = time.perf_counter()
    await process("seq1", 0.01)
    await process("seq2", 0.01)
    print(time.perf_counter() - start >= 0.019)

asyncio.run(main())

