import asyncio
import threading
def work(gate):
    gate.wait()
    return "opened"
async def main():
    gate = threading.Event()
    asyncio.get_running_loop().call_later(0.1, gate.set)
    print(await asyncio.to_thread(work, gate))
asyncio.run(main())
