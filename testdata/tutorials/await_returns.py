import asyncio

async def custom_coro():
    print("hi from a coroutine")
    await asyncio.sleep(0.01)
    return "RESULT"

async def main():
    print(await custom_coro())
    value = await custom_coro()
    return value.lower()

print(asyncio.run(main()))

