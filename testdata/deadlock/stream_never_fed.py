import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"half a line")
    print(await reader.readline())


asyncio.run(main())
