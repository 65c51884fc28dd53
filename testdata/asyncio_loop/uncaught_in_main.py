import asyncio
async def level2():
    await asyncio.sleep(0)
    raise ValueError("deep")
async def level1():
    await level2()
async def main():
    await level1()
print("starting", flush=True)
asyncio.run(main())

