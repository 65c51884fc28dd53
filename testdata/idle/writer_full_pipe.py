import asyncio
import os, threading, time
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    os.set_blocking(w, False)
    try:
        while True:
            os.write(w, b"x" * 65536)
    except BlockingIOError:
        pass
    future = loop.create_future()
    def writable():
        loop.remove_writer(w)
        future.set_result("room")
    loop.add_writer(w, writable)
    def drain():
        time.sleep(0.1)
        os.read(r, 1 << 20)
    threading.Thread(target=drain).start()
    print(await future)
asyncio.run(main())
