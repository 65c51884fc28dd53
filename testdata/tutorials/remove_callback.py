import asyncio

def first(task): print("first")
def second(task): print("second")

async def main():
    task = asyncio.create_task(asyncio.sleep(0.01))
    task.add_done_callback(first)
    task.add_done_callback(second)
    print("removed", task.remove_done_callback(first))
    await task
    await asyncio.sleep(0)

asyncio.run(main())

