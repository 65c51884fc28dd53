import asyncio

async def custom(n):
    print("task", n, "starts")
    await asyncio.sleep(0)
    print("task", n, "ends")
    return n

async def main():
    loop = asyncio.get_event_loop()
    tasks = [loop.create_task(custom(i)) for i in range(3)]
    for t in tasks:
        print("awaited", await t)

asyncio.run(main())

