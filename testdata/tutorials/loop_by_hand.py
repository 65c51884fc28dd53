import asyncio

async def example():
    print("begin")
    await asyncio.sleep(0.01)
    print("end")

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(example())
loop.close()
print("closed:", loop.is_closed())

