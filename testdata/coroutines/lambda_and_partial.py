import asyncio, functools, inspect
async def base(a, b=2, *, c=3): return a + b + c
def sync(): return 1
class Svc:
    async def m(self, x): return ("m", x)
    @classmethod
    async def c(cls, x): return (cls.__name__, x)
    @staticmethod
    async def s(x): return ("s", x)
    async def __call__(self, x): return ("call", x)
    @property
    async def prop(self): return "prop"
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return None
def deco(fn):
    @functools.wraps(fn)
    async def w(*a, **k):
        print("before", fn.__name__)
        try:
            return await fn(*a, **k)
        finally:
            print("after", fn.__name__)
    return w
@deco
async def decorated(x): return x * 2
async def main():
    s = Svc()
    print(await base(1), await functools.partial(base, 1, c=0)(5), await (lambda: base(0))())
    print(await s.m(1), await Svc.c(2), await s.c(3), await Svc.s(4), await s(5), await s.prop)
    print(await decorated(21), decorated.__name__, inspect.iscoroutinefunction(decorated))
    print([await f(1) for f in (s.m, Svc.c, Svc.s, s)])
    handlers = {"a": s.m, "b": lambda x: base(x)}
    print({k: await h(10) for k, h in handlers.items()})
    print(asyncio.iscoroutinefunction(s.m), asyncio.iscoroutinefunction(s), asyncio.iscoroutinefunction(functools.partial(base, 1)), asyncio.iscoroutinefunction(lambda: base(1)))
    async with Svc() as v: print(type(v).__name__)
    async def closure():
        n = 0
        async def inc():
            nonlocal n
            n += 1
            await asyncio.sleep(0)
            return n
        return [await inc() for _ in range(3)], n
    print(await closure())
    async def kwargs(**kw): return kw
    print(await kwargs(**{"x": 1}, y=await base(1)))
    async def defaults(x=[]): x.append(1); return len(x)
    print(await defaults(), await defaults())
    try:
        await base()
    except TypeError as e:
        print(e)
    try:
        await sync()
    except TypeError as e:
        print(e)
    async def rec(n): return 1 if n <= 1 else n * await rec(n - 1)
    print(await rec(15))
    if (r := await base(1)) and await base(2): print(r)
    print(await base(await base(await base(1))))
asyncio.run(main())

