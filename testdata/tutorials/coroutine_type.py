import asyncio

async def custom_coro():
    print("hello from async world")
    await asyncio.sleep(0.01)

coro = custom_coro()
print(type(coro), type(custom_coro))
print(asyncio.iscoroutine(coro), asyncio.iscoroutinefunction(custom_coro))
asyncio.run(coro)

