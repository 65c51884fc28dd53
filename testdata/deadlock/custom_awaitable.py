import asyncio


class Gate:
    def __init__(self):
        self.waiters = []

    def __await__(self):
        future = asyncio.get_running_loop().create_future()
        self.waiters.append(future)
        yield from future


async def main():
    gate = Gate()
    await gate


asyncio.run(main())
