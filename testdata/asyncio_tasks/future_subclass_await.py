import asyncio

class F(asyncio.Future):
    def __await__(self):
        print("await F")
        r = yield from super().__await__()
        print("awaited", r)
        return r

class Plain(F):
    pass

async def wait_for_it(f):
    return await f

async def main():
    loop = asyncio.get_running_loop()
    for cls in (F, Plain):
        f = cls()
        f.set_result(1)
        print(await f)
        f = cls()
        loop.call_soon(f.set_result, 5)
        print(await f)
        f = cls()
        loop.call_soon(f.set_result, 6)
        print(await asyncio.create_task(wait_for_it(f)))
    f = F()
    loop.call_soon(f.set_result, 7)
    print(await asyncio.gather(f, wait_for_it(f)))

asyncio.run(main())
