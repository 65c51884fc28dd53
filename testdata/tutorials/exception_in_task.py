import asyncio

async def faulty_task():
    raise ValueError("Что-то пошло не так!")

async def main():
    task = asyncio.create_task(faulty_task())
    try:
        await task
    except ValueError as e:
        print(f"Ошибка: {e}")

asyncio.run(main())

