import asyncio
async def main():
    task = asyncio.create_task(asyncio.Event().wait())
    done, rest = await asyncio.wait([task], timeout=0.1)
    print(len(done), len(rest))
    task.cancel()
asyncio.run(main())
