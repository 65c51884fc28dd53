import asyncio, io
async def test():
    asyncio.print_call_graph()
async def main():
    async with asyncio.TaskGroup() as g:
        g.create_task(test())
        t = g.create_task(sleeper(), name="s")
        g.create_task(waiter(t))
        await asyncio.sleep(0.01)
        asyncio.print_call_graph(t)
        asyncio.print_call_graph(t, limit=1)
        asyncio.print_call_graph(t, limit=-1)
        asyncio.print_call_graph(t, limit=0)
        print(sorted(w.get_name() for w in t._asyncio_awaited_by))
        x = asyncio.capture_call_graph(t)
        print(type(x).__name__, len(x.call_stack), len(x.awaited_by))
    await asyncio.gather(nested(), asyncio.shield(nested()))
    f = asyncio.Future()
    asyncio.future_add_to_awaited_by(f, asyncio.current_task())
    print(asyncio.format_call_graph(f))
    asyncio.future_discard_from_awaited_by(f, asyncio.current_task())
    print(f._asyncio_awaited_by)
    async for x in gen(): pass
async def gen():
    yield 1
    await nested()
async def nested():
    await asyncio.sleep(0)
    def plain():
        asyncio.print_call_graph()
        asyncio.print_call_graph(depth=2)
    plain()
async def inner():
    await asyncio.sleep(0.05)
async def sleeper():
    await asyncio.wait_for(inner(), 1)
async def waiter(t):
    await asyncio.wait([t])
asyncio.run(main())
try: asyncio.capture_call_graph()
except RuntimeError as e: print(e)
try: asyncio.capture_call_graph(3)
except TypeError as e: print(e)
import asyncio.graph
print(asyncio.graph.__all__)
