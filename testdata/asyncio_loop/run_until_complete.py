import asyncio
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
async def job(x):
    await asyncio.sleep(0.01)
    return x
print(loop.run_until_complete(job(1)))
print(asyncio.get_event_loop() is loop, loop.is_running(), loop.is_closed())
t = loop.create_task(job(2), name="mine")
print(t.get_name(), t.done())
print(loop.run_until_complete(t), t.done())
f = loop.create_future()
loop.call_soon(f.set_result, "fut")
print(loop.run_until_complete(f))
print(loop.run_until_complete(asyncio.gather(job(1), job(2))))
async def fail(): raise ValueError("x")
try:
    loop.run_until_complete(fail())
except ValueError as e:
    print(e)
try:
    loop.run_until_complete(5)
except TypeError as e:
    print(e)
f = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(f)
except RuntimeError as e:
    print(e)
log = []
def tick(n):
    log.append(n)
    if n == 3: loop.stop()
    else: loop.call_soon(tick, n + 1)
loop.call_soon(tick, 1)
loop.run_forever()
print(log)
loop.stop()
loop.call_soon(print, "runs one iteration")
loop.run_forever()
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print(loop.is_closed())
for op in (lambda: loop.call_soon(print), lambda: loop.run_forever(), lambda: loop.call_later(1, print), lambda: loop.create_task(None)):
    try:
        op()
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.set_event_loop(5)
except TypeError as e:
    print(e)

