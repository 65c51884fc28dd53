import asyncio
loop = asyncio.new_event_loop()
async def wait():
    await asyncio.Event().wait()
task = loop.create_task(wait())
loop.call_later(0.1, loop.stop)
loop.run_forever()
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("stopped")
loop.close()
