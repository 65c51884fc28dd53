# cr_origin of coroutines of asyncio itself.
import sys, asyncio
sys.set_coroutine_origin_tracking_depth(2)
async def f(): pass
def g(): return f()
c = g(); print(c.cr_origin and [x[2] for x in c.cr_origin], c.__name__, c.__qualname__); c.close()
def h(): return asyncio.sleep(1)
c = h(); print(c.cr_origin and [x[2] for x in c.cr_origin], c.__qualname__); c.close()
