import asyncio
async def job():
    raise NotImplementedError("later")
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(job())
finally:
    loop.close()
    print("loop closed", flush=True)

