import asyncio

async def greet():
    print("doing asynchronous work")

async def main():
    loop = asyncio.get_event_loop()
    print(loop.is_running(), loop is asyncio.get_running_loop())
    await greet()

asyncio.run(main())

