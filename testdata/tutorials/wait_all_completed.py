import asyncio

async def unit(val):
    print(f"started {val}")
    await asyncio.sleep(val / 200)
    print(f"done {val}")
    return val

async def main():
    tasks = [asyncio.create_task(unit(v)) for v in range(1, 6)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.ALL_COMPLETED)
    print(sorted(t.result() for t in done), pending)

asyncio.run(main())

