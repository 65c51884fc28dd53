import asyncio
import threading, time
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    gates = [threading.Event() for _ in range(4)]
    def pass_on(i):
        gates[i].wait()
        if i + 1 < len(gates):
            gates[i + 1].set()
        else:
            loop.call_soon_threadsafe(event.set)
    threads = [threading.Thread(target=pass_on, args=(i,)) for i in range(4)]
    for t in threads:
        t.start()
    def start():
        time.sleep(0.1)
        gates[0].set()
    threading.Thread(target=start).start()
    await event.wait()
    for t in threads:
        t.join()
    print("passed on")
asyncio.run(main())
