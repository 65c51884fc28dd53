import asyncio

async def mock_operation():
    await asyncio.sleep(0.02)
    return "operation completed"

async def main():
    future = asyncio.ensure_future(mock_operation())
    print(future.done())
    await future
    print("Result:", future.result(), future.done())

asyncio.run(main())

