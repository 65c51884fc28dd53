import asyncio, threading
async def main():
    await asyncio.Queue().get()
t = threading.Thread(target=lambda: asyncio.run(main()))
t.start()
t.join()
