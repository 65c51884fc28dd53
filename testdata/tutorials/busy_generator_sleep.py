import asyncio
import time
import types

@types.coroutine
def sleep_generator(seconds):
    start = time.time()
    while time.time() - start < seconds:
        yield

async def fetch(name, delay):
    print(f"{name}: loading starts")
    await sleep_generator(delay)
    print(f"{name}: loaded after {delay}")

async def main():
    await asyncio.gather(fetch("Task 1", 0.04), fetch("Task 2", 0.02))

asyncio.run(main())
print(type(sleep_generator), type(sleep_generator(1)))

