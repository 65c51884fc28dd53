import asyncio
async def main():
    task = asyncio.current_task()
    task.cancel("stop now")
    await asyncio.sleep(1)
asyncio.run(main())

