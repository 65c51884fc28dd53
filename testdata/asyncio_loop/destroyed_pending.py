# Tasks that are still pending when the program ends: their coroutines are closed, before the report unless the main
# module knows the task.
import asyncio
async def sleeper():
    try: await asyncio.sleep(100)
    finally: print("cleanup of sleeper")
async def waiter():
    try: await asyncio.Event().wait()
    except BaseException as e: print("waiter", repr(e)); raise
async def main(): await asyncio.sleep(0)
loop = asyncio.new_event_loop()
known = loop.create_task(sleeper(), name="known")
loop.create_task(waiter(), name="waiter")
loop.run_until_complete(main())
loop.close()
print("end")
