import asyncio
async def main():
    condition = asyncio.Condition()
    async def notify():
        await asyncio.sleep(0.1)
        async with condition:
            condition.notify_all()
    task = asyncio.create_task(notify())
    async with condition:
        await condition.wait()
    await task
    print("notified")
asyncio.run(main())
