import asyncio
async def run(n):
    process = await asyncio.create_subprocess_exec("sleep", str(n / 20))
    return await process.wait()
async def main():
    print(await asyncio.gather(*(run(n) for n in range(4))))
asyncio.run(main())
