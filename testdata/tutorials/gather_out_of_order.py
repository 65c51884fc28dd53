import asyncio

async def task(name, delay):
    print(f"Task {name} started")
    await asyncio.sleep(delay)
    print(f"Task {name} finished")

async def main():
    await asyncio.gather(task("A", 0.02), task("B", 0.01), task("C", 0.03))

asyncio.run(main())

