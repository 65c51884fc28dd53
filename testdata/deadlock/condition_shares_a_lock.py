import asyncio
async def waiter(cond):
    async with cond:
        print("waiting"); await cond.wait(); print("woken")
async def notifier(cond, lock):
    async with lock:
        cond.notify_all()
        await asyncio.Event().wait()
async def main():
    lock = asyncio.Lock(); cond = asyncio.Condition(lock)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(waiter(cond), name="waiter"); tg.create_task(notifier(cond, lock), name="notifier")
asyncio.run(main())
