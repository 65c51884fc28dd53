from contextlib import ExitStack, AsyncExitStack, contextmanager, asynccontextmanager, aclosing
import asyncio
@contextmanager
def cm(n):
    print("in", n)
    try:
        yield n
    finally:
        print("out", n)
with ExitStack() as st:
    vals = [st.enter_context(cm(i)) for i in range(3)]
    st.callback(print, "callback", 1, sep="-")
    print(vals)
def exit_swallow(t, v, tb):
    print("push got", t and t.__name__)
    return True
with ExitStack() as st:
    st.push(exit_swallow)
    st.enter_context(cm("x"))
    raise ValueError("gone")
with ExitStack() as st:
    st.enter_context(cm("kept"))
    kept = st.pop_all()
print("not closed yet")
kept.close()
try:
    with ExitStack() as st:
        st.enter_context(cm("a"))
        st.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))
try:
    ExitStack().enter_context(5)
except TypeError as e:
    print(e)
@asynccontextmanager
async def acm(n):
    await asyncio.sleep(0)
    print("ain", n)
    try:
        yield n
    except ValueError as e:
        print("aswallow", e)
    finally:
        await asyncio.sleep(0)
        print("aout", n)
async def main():
    async with acm(1) as one: print(one)
    async with acm(2): raise ValueError("v")
    try:
        async with acm(3): raise KeyError("k")
    except KeyError as e:
        print(repr(e))
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(acm("s")), st.enter_context(cm("sync")))
        async def acb(x): print("acb", x)
        st.push_async_callback(acb, 5)
        st.callback(print, "sync cb")
    @acm("deco")
    async def f(): return "f result"
    print(await f())
    async def agen():
        try:
            yield 1
        finally: print("agen closed")
    async with aclosing(agen()) as g:
        async for x in g: break
    @asynccontextmanager
    async def bad():
        if False: yield
    try:
        async with bad(): pass
    except RuntimeError as e:
        print(e)
    try:
        with acm(1): pass
    except TypeError as e:
        print(e)
asyncio.run(main())

