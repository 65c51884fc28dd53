import asyncio
def handler(loop, context): raise KeyError("handler")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1/0)
    await asyncio.sleep(0.01)
asyncio.run(main())
