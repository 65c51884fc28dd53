import asyncio

async def work(n):
    await asyncio.sleep(0.03 * n)
    if n == 2: raise ValueError("number two")
    return n

async def main():
    tasks = [asyncio.create_task(work(n), name=f"w{n}") for n in range(1, 5)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    for t in done: print(t.get_name(), repr(t.exception())) if t.exception() else None
    for t in pending: t.cancel()

asyncio.run(main())

