import asyncio
class Resource:
    async def __aenter__(self):
        return self
    async def __aexit__(self, *exc):
        raise OSError("close failed")
async def main():
    async with Resource() as r:
        raise ValueError("work failed")
asyncio.run(main())

