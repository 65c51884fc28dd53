import asyncio

async def short():
    return 1

async def main():
    tasks = [short(), short()]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    except TypeError as e:
        print("TypeError:", e)
    for t in tasks: t.close()

asyncio.run(main())

