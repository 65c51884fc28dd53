import asyncio
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_at(loop.time() + 0.1, future.set_result, 5)
    print(await future)
asyncio.run(main())
