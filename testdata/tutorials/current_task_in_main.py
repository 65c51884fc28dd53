import asyncio

async def main():
    print("main coroutine started")
    task = asyncio.current_task()
    print(task.get_name(), task.get_coro().__name__, task.done())
    print(repr(task).split(" cb=")[0].replace(__file__, "FILE"))

asyncio.run(main())

