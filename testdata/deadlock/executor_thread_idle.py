import asyncio


async def main():
    print(await asyncio.to_thread(sum, [1, 2, 3]))    # its thread stays, with nothing to do
    await asyncio.get_running_loop().create_future()


asyncio.run(main())
