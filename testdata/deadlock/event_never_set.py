import asyncio


class Service:
    def __init__(self):
        self.ready = asyncio.Event()

    async def start(self):
        await asyncio.sleep(0.01)
        print("started")    # and forgets to set the event

    async def use(self):
        await self.ready.wait()


async def main():
    service = Service()
    async with asyncio.TaskGroup() as group:
        group.create_task(service.use(), name="user")
        group.create_task(service.start())


asyncio.run(main())
