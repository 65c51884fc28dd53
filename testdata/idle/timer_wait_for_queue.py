import asyncio
async def main():
    queue = asyncio.Queue()
    for _ in range(2):
        try:
            await asyncio.wait_for(queue.get(), 0.05)
        except TimeoutError:
            print("nothing")
asyncio.run(main())
