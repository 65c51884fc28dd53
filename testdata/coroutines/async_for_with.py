import asyncio
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
class ACM:
    def __init__(self, tag, swallow=False): self.tag, self.swallow = tag, swallow
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.tag)
        return self.tag
    async def __aexit__(self, t, v, tb):
        await asyncio.sleep(0)
        print("exit", self.tag, t and t.__name__, v)
        return self.swallow
async def main():
    async for x in AIter(3): print(x)
    else: print("else")
    async for x in AIter(3):
        if x == 1: break
    else: print("no else")
    print([x async for x in AIter(3)], {x async for x in AIter(2)}, {x: -x async for x in AIter(2) if x})
    print(list([i, x] for i in range(1) for x in [y async for y in AIter(2)]) if 0 else [(i, x) for i in range(2) async for x in AIter(2)])
    async with ACM("a") as a, ACM("b") as b:
        print("body", a, b)
    async with ACM("swallow", True):
        raise ValueError("v")
    try:
        async with ACM("outer"):
            async with ACM("inner"):
                raise KeyError("k")
    except KeyError as e:
        print(repr(e))
    async def ret():
        async with ACM("ret"):
            return "returned"
    print(await ret())
    for i in range(2):
        async with ACM(i):
            if i == 0: continue
            break
    class NoAexit:
        async def __aenter__(self): pass
    class Sync:
        def __enter__(self): return 1
        def __exit__(self, *a): pass
    class BadEnter:
        def __aenter__(self): return 5
        async def __aexit__(self, *a): pass
    for cm in (5, NoAexit(), Sync(), BadEnter()):
        try:
            async with cm: pass
        except TypeError as e:
            print(e)
    try:
        with ACM("x"): pass
    except TypeError as e:
        print(e)
    class BadIter:
        def __aiter__(self): return 5
    class BadNext:
        def __aiter__(self): return self
        def __anext__(self): return 5
    for it in (5, [1], BadIter(), BadNext()):
        try:
            async for _ in it: pass
        except TypeError as e:
            print(e)
    try:
        for _ in AIter(1): pass
    except TypeError as e:
        print(e)
asyncio.run(main())

