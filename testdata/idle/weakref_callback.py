import asyncio
import gc, weakref
class Thing:
    pass
async def main():
    event = asyncio.Event()
    thing = Thing()
    weakref.finalize(thing, event.set)
    del thing
    await event.wait()
    print("collected")
asyncio.run(main())
