import asyncio, re
def cb(*a): pass
class K:
    def meth(self): pass
def show(x): print(re.sub(r"when=[0-9.]+", "when=T", repr(x)).replace(__file__, "F"))
async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(cb, 1, "two")
    show(h)
    h.cancel()
    show(h)
    t = loop.call_later(1, cb)
    show(t)
    t.cancel(); show(t)
    show(loop.call_soon(K().meth).__class__)
    print(t.cancelled(), h.cancelled())
    print(repr(loop).replace("_UnixSelectorEventLoop", "Loop"))
    f = loop.create_future()
    f.add_done_callback(cb)
    show(f)
    f.set_result(1)
    show(f)
asyncio.run(main())

