import asyncio
import threading
ready = threading.Event()
loops, queues = {}, {}
async def player(name, other, first):
    loops[name] = asyncio.get_running_loop()
    queues[name] = asyncio.Queue()
    if len(loops) == 2:
        ready.set()
    await asyncio.to_thread(ready.wait)
    if first:
        loops[other].call_soon_threadsafe(queues[other].put_nowait, 0)
    while True:
        n = await queues[name].get()
        if n <= 20:
            loops[other].call_soon_threadsafe(queues[other].put_nowait, n + 1)
        if n >= 20:
            return n
results = []
def run(*args):
    results.append(asyncio.run(player(*args)))
threads = [threading.Thread(target=run, args=a) for a in (("a", "b", True), ("b", "a", False))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))
