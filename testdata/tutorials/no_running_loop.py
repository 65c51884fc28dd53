import asyncio
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("RuntimeError:", error)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.is_closed())
asyncio.run(main())

