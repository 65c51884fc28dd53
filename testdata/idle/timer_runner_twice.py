import asyncio
async def main(n):
    await asyncio.sleep(0.05)
    print(n)
with asyncio.Runner() as runner:
    runner.run(main(1))
    runner.run(main(2))
