import asyncio

async def my_coro():
    await asyncio.sleep(0.02)
    return "I am alive!"

def my_callback(task):
    print(task.get_name(), type(task).__name__)
    print("here to call you back")
    print(task.result())

async def main():
    task = asyncio.create_task(my_coro())
    task.add_done_callback(my_callback)
    await task
    print("after await")

asyncio.run(main())

