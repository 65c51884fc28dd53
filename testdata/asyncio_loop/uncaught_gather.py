import asyncio
async def compute(x):
    return 10 / x
async def main():
    results = await asyncio.gather(compute(2), compute(0), compute(5))
    print(results)
if __name__ == "__main__":
    asyncio.run(main())

