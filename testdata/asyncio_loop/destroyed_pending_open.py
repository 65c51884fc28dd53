import asyncio
async def sleeper():
    try: await asyncio.sleep(100)
    finally: print("cleanup")
async def main(): await asyncio.sleep(0)
loop = asyncio.new_event_loop()
loop.create_task(sleeper(), name="sleeper")
loop.run_until_complete(main())
print("end")
