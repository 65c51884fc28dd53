import asyncio
async def agen():
    yield 1
    raise ValueError
async def f():
    return [x
            async for x in agen()
            if x]
async def g():
    return {(x, await asyncio.sleep(0)): 1
            async for x in agen()
            if x}
import traceback
for h in f, g:
    try: asyncio.run(h())
    except ValueError: traceback.print_exc()
