import asyncio
async def main(x): return x * 2
print(asyncio.run(main(4)))
async def shows(): print("debug", asyncio.get_running_loop().get_debug())
asyncio.run(shows(), debug=True)
asyncio.run(shows())
for bad in (5, main, None):
    try:
        asyncio.run(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
async def nested():
    c = main(1)
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    try:
        asyncio.get_running_loop().run_until_complete(asyncio.sleep(0))
    except RuntimeError as e:
        print(e)
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    asyncio.run(nested())
async def leftover():
    async def bg():
        try:
            await asyncio.sleep(10)
        finally:
            print("background cleaned")
    asyncio.create_task(bg())
    await asyncio.sleep(0)
    return "main done"
print(asyncio.run(leftover()))
async def raises(): raise KeyError("k")
try:
    asyncio.run(raises())
except KeyError as e:
    print(repr(e))
async def agen():
    try:
        while True: yield 1
    finally:
        print("agen closed by shutdown")
async def use():
    global keep
    keep = agen()
    async for x in keep: break
asyncio.run(use())
async def exits():
    raise SystemExit(3)
try:
    asyncio.run(exits())
except SystemExit as e:
    print("exit", e.code)
async def cancelled():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
try:
    asyncio.run(cancelled())
except asyncio.CancelledError as e:
    print(repr(e))
class Aw:
    def __await__(self):
        yield
        return "custom"
try:
    asyncio.run(Aw())
except ValueError as e:
    print(str(e).split(' object at')[0])
async def factory_test(): return type(asyncio.get_running_loop()).__name__ != ""
print(asyncio.run(factory_test(), loop_factory=asyncio.new_event_loop))

