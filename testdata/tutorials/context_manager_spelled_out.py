import asyncio

class Manager:
    async def open(self):
        print("open")
        return self
    async def close(self):
        await asyncio.sleep(0)
        print("close")

async def main():
    manager = await Manager().open()
    try:
        print("using it")
        raise LookupError("inside")
    except LookupError as e:
        print("handled", e)
    finally:
        await manager.close()

asyncio.run(main())

