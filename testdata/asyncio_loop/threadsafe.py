import asyncio, threading, time
from concurrent.futures import Future, CancelledError
loop = asyncio.new_event_loop()
def run():
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.close()
th = threading.Thread(target=run, name="loop-thread")
th.start()
async def job(x):
    await asyncio.sleep(0.01)
    return (x, threading.current_thread().name)
f = asyncio.run_coroutine_threadsafe(job(1), loop)
print(type(f) is Future, f.result(2), f.done())
async def bad(): raise ValueError("remote")
f = asyncio.run_coroutine_threadsafe(bad(), loop)
try:
    f.result(2)
except ValueError as e:
    print(e, repr(f.exception()))
f = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
try:
    f.result(0.01)
except TimeoutError as e:
    print("timeout", type(e).__name__)
print(f.cancel())
try:
    f.result(2)
except CancelledError as e:
    print("cancelled", f.cancelled())
got = []
done = threading.Event()
def cb(x):
    got.append((x, threading.current_thread().name))
    done.set()
loop.call_soon_threadsafe(cb, "arg")
done.wait(2)
print(got)
fs = [asyncio.run_coroutine_threadsafe(job(i), loop) for i in range(3)]
print([f.result()[0] for f in fs])
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
loop.call_soon_threadsafe(loop.stop)
th.join()
print(loop.is_closed(), th.is_alive())
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as e:
    print(e)

