import asyncio, contextvars
v = contextvars.ContextVar("v", default="none")
async def setv(x): v.set(x)
async def getv(): return v.get()
with asyncio.Runner() as r:
    r.run(setv("kept"))
    print(r.run(getv()), v.get())
    loop = r.get_loop()
    print(loop.is_running(), loop.is_closed())
    print(r.run(asyncio.sleep(0.01, "slept")))
    ctx = contextvars.copy_context()
    r.run(setv("in ctx"), context=ctx)
    print(r.run(getv()), ctx[v])
    try:
        r.run(5)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
    async def fail(): raise ValueError("f")
    try:
        r.run(fail())
    except ValueError as e:
        print(e)
    async def bg():
        try:
            await asyncio.sleep(10)
        finally: print("bg cancelled at close")
    async def spawn(): asyncio.create_task(bg()); await asyncio.sleep(0)
    r.run(spawn())
    print("still open")
print(loop.is_closed())
c = getv()
try:
    r.run(c)
except RuntimeError as e:
    print(e)
c.close()
r = asyncio.Runner(debug=True)
async def dbg(): return asyncio.get_running_loop().get_debug()
print(r.run(dbg()))
r.close()
r.close()
try:
    r.get_loop()
except RuntimeError as e:
    print(e)
made = []
def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]
with asyncio.Runner(loop_factory=factory) as r:
    print(r.get_loop() is made[0], r.run(getv()))

