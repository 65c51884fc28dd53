import asyncio


async def work():
    await asyncio.sleep(0.01)
    return 1


async def main():
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    results = await asyncio.gather(work(), answer, work())
    print(results)


asyncio.run(main())
