import asyncio

async def limited_task(sem, n, log):
    async with sem:
        log.append(f"start {n}")
        print("Выполнение задачи", n)
        await asyncio.sleep(0.01)
        log.append(f"end {n}")

async def main():
    sem, log = asyncio.Semaphore(2), []
    await asyncio.gather(*[limited_task(sem, n, log) for n in range(5)])
    print(log)

asyncio.run(main())

