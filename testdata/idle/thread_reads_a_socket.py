import asyncio
import socket, threading, time
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    a, b = socket.socketpair()
    def read():
        data = a.recv(10)
        loop.call_soon_threadsafe(event.set)
    threading.Thread(target=read).start()
    def write():
        time.sleep(0.1)
        b.send(b"x")
    threading.Thread(target=write).start()
    await event.wait()
    a.close(), b.close()
    print("read")
asyncio.run(main())
