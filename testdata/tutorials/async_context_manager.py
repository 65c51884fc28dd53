import asyncio

class AsyncContextManager:
    async def __aenter__(self):
        print(">entering the context manager")
        await asyncio.sleep(0.01)
    async def __aexit__(self, exc_type, exc, tb):
        print(">exiting the context manager")
        await asyncio.sleep(0.01)

async def custom_coroutine():
    async with AsyncContextManager() as manager:
        print("within the manager", manager)

asyncio.run(custom_coroutine())

