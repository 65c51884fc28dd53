import asyncio
async def m(): print(asyncio.current_task().get_name())
asyncio.run(m())
asyncio.run(m())
asyncio.run(asyncio.to_thread(int))
asyncio.run(m())
with asyncio.Runner() as r:
    r.run(m()); r.run(m())
asyncio.run(m())
