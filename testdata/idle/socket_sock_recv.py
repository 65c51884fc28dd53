import asyncio
import socket, threading, time
async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    def send():
        time.sleep(0.1)
        b.send(b"sent")
    threading.Thread(target=send).start()
    print(await loop.sock_recv(a, 10))
    a.close(), b.close()
asyncio.run(main())
