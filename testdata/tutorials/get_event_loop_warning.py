import asyncio

async def main():
    return "no loop was set before"

loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
loop.close()

