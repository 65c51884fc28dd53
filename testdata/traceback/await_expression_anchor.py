import asyncio
async def get(n):
    return {"v": n}
async def main():
    total = (await get(1))["v"] + (await get(2))["w"]
    print(total)
asyncio.run(main())

