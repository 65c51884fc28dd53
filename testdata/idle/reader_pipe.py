import asyncio
import os, threading, time
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    future = loop.create_future()
    loop.add_reader(r, lambda: future.set_result(os.read(r, 10)) if not future.done() else None)
    def write():
        time.sleep(0.1)
        os.write(w, b"written")
    threading.Thread(target=write).start()
    print(await future)
    loop.remove_reader(r)
asyncio.run(main())
