import asyncio

async def task_coroutine(value):
    print(f"task {value} is running")
    await asyncio.sleep(0.02)

async def main():
    print("main coroutine started")
    started = [asyncio.create_task(task_coroutine(i)) for i in range(10)]
    await asyncio.sleep(0.005)
    tasks = asyncio.all_tasks()
    for task in sorted(tasks, key=lambda t: int(t.get_name().split("-")[1])):
        print(f"> {task.get_name()}, {task.get_coro().__name__}")
    for task in started:
        await task

asyncio.run(main())

