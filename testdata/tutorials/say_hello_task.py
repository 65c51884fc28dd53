import asyncio

async def say_hello():
    print("Привет!")
    await asyncio.sleep(0.01)
    print("Пока!")

async def main():
    task = asyncio.create_task(say_hello())
    await task

asyncio.run(main())
asyncio.run(say_hello())

