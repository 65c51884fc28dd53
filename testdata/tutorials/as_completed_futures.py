import asyncio

async def set_future_result(fut, delay, result):
    await asyncio.sleep(delay)
    fut.set_result(result)
    print(f"future with {result!r} completed")
    await asyncio.sleep(delay)
    print(f"function with {result!r} completed")

async def process(futures):
    for future in asyncio.as_completed(futures):
        print("processed:", await future)

async def main():
    futures = [asyncio.Future() for _ in range(3)]
    print(type(futures[0]))
    tasks = [asyncio.create_task(set_future_result(f, d, f"Result {i}"))
             for i, (f, d) in enumerate(zip(futures, (0.06, 0.02, 0.1)), 1)]
    print(type(tasks[0]))
    await process(futures)
    await asyncio.gather(*tasks)

asyncio.run(main())

