import asyncio

async def fetch_data(name, delay):
    await asyncio.sleep(delay)
    return f"{name} data fetched after {delay} seconds"

async def main():
    jobs = [fetch_data("Task 1", 0.03), fetch_data("Task 2", 0.01), fetch_data("Task 3", 0.02)]
    for job in asyncio.as_completed(jobs):
        print(await job)

asyncio.run(main())

