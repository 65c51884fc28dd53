import asyncio


async def server(stop):
    await stop.wait()


loop = asyncio.new_event_loop()
loop.create_task(server(asyncio.Event()), name="server")
try:
    loop.run_forever()
finally:
    print("leaving")
