import asyncio

async def mock_operation(n):
    await asyncio.sleep(0.01)
    return f"operation {n} completed"

async def main():
    task = asyncio.create_task(mock_operation(1))
    result = await task
    print("Result:", result)
    value = task.result()
    print(value == result, task.exception())

asyncio.run(main())

