import asyncio

def callback(task):
    print("Task is done", task.done())

async def task_coroutine():
    print("executing the task")
    await asyncio.sleep(0.01)

async def main():
    print("main coroutine started")
    task = asyncio.create_task(task_coroutine())
    task.add_done_callback(callback)
    await task
    print("main coroutine done")

asyncio.run(main())

