# Coroutines that are kept and never awaited, those of asyncio's own functions too, are reported when the loop has closed.
import asyncio
import gc
import warnings

seen = []
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: seen.append(f"{category.__name__}: {message}")


async def fetch(n):
    return n


async def main():
    queue, lock, event = asyncio.Queue(), asyncio.Lock(), asyncio.Event()
    item = queue.get()
    print(type(item).__name__, item.__qualname__)
    held, came = lock.acquire(), event.wait()
    limited = asyncio.wait_for(asyncio.sleep(1), 2)
    thread = asyncio.to_thread(print)
    naps = [asyncio.sleep(i) for i in range(3)]
    await asyncio.gather(naps[0], asyncio.create_task(naps[1]))
    result = fetch(1)
    try:
        result + 1
    except TypeError as e:
        print(e)
    if fetch(2):
        print("a coroutine is true")
    asyncio.sleep(3)
    done = fetch(4)
    done.close()
    used = fetch(5)
    print(await used)


async def left_open():
    pending = fetch(6)
    await asyncio.sleep(0)


asyncio.run(main())
gc.collect()
print(*sorted(seen), sep="\n")
seen.clear()
asyncio.run(left_open())
gc.collect()
print(seen)
