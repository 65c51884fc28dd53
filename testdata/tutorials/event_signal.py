import asyncio

async def waiter(event, name):
    print(name, "waits for the event")
    await event.wait()
    print(name, "got it")

async def main():
    event = asyncio.Event()
    waiters = [asyncio.create_task(waiter(event, n)) for n in ("one", "two")]
    await asyncio.sleep(0.01)
    print("setting the event")
    event.set()
    await asyncio.gather(*waiters)

asyncio.run(main())

