import asyncio
def callback():
    raise ZeroDivisionError("from callback")
async def main():
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)
    print("still running", flush=True)
asyncio.run(main())
