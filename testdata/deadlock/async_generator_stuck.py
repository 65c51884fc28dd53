import asyncio


async def lines(queue):
    while (line := await queue.get()) is not None:
        yield line


async def numbered(source):
    n = 0
    async for line in source:
        n += 1
        yield n, line


async def main():
    queue = asyncio.Queue()
    for line in "one", "two":
        queue.put_nowait(line)
    async for n, line in numbered(lines(queue)):
        print(n, line)


asyncio.run(main())
