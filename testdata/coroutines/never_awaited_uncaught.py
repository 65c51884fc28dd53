import asyncio

async def get():
    return {"a": 1}

async def main():
    data = get()
    print(data["a"])

asyncio.run(main())
