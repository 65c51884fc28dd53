import asyncio, io
async def inner():
    await asyncio.sleep(1)
async def outer():
    await inner()
async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    st = t.get_stack()
    print([f.f_code.co_name for f in st], st[0].f_lineno)
    buf = io.StringIO()
    t.print_stack(file=buf)
    print(buf.getvalue().split("\n")[0].split(" wait_for")[0].split(" coro")[0])
    t.cancel()
    await asyncio.wait([t])
    print(t.get_stack())
    async def bad(): raise ValueError("x")
    b = asyncio.create_task(bad())
    await asyncio.wait([b])
    print([f.f_code.co_name for f in b.get_stack()])
    b.exception()
    c = outer()
    print(c.cr_await, c.cr_frame.f_code.co_name)
    c.close()
asyncio.run(main())

