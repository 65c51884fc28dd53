import asyncio


async def runner(n, line):
    print("runner", n, "is ready")
    await line.wait()
    print("runner", n, "runs")


async def main():
    start = asyncio.Barrier(4)
    await asyncio.gather(*(runner(n, start) for n in range(3)))


asyncio.run(main())
