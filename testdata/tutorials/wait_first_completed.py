import asyncio

async def short():
    await asyncio.sleep(0.01)
    print("short done")
    return "short result"

async def long():
    await asyncio.sleep(0.2)
    return "long result"

async def main():
    tasks = [asyncio.create_task(short()), asyncio.create_task(long())]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in done: print(t.result())
    print(len(pending))
    for t in pending: t.cancel()

asyncio.run(main())

