import asyncio
async def child(ev):
    print("current", asyncio.current_task().get_name())
    await ev.wait()
async def main():
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    ev = asyncio.Event()
    ts = [asyncio.create_task(child(ev), name=f"c{i}") for i in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await asyncio.sleep(0)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    ts[0].cancel()
    ev.set()
    await asyncio.wait(ts)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    print(asyncio.all_tasks() == {asyncio.current_task()})
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in callback", asyncio.current_task()))
    await asyncio.sleep(0)
    print(ts[1].get_coro().__name__, ts[1].get_loop() is loop)
    a = asyncio.create_task(asyncio.sleep(0))
    b = asyncio.create_task(asyncio.sleep(0))
    print(a.get_name().startswith("Task-"), int(b.get_name()[5:]) - int(a.get_name()[5:]))
    await a; await b
for f in (asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks):
    try:
        f()
    except RuntimeError as e:
        print(e)
asyncio.run(main())

