import asyncio, threading, socket
async def main():
    r, w = await asyncio.open_connection(*addr)
    w.write(b"x"); await w.drain()
    got.append(await r.read(1))
    w.close()
    p = await asyncio.create_subprocess_exec("true")
    await p.wait()
    await asyncio.to_thread(int)
got = []
s = socket.create_server(("127.0.0.1", 0)); addr = s.getsockname()
def serve():
    for _ in range(8):
        c, _a = s.accept(); c.sendall(c.recv(1)); c.close()
threading.Thread(target=serve).start()
ts = [threading.Thread(target=lambda: asyncio.run(main())) for _ in range(8)]
[t.start() for t in ts]; [t.join() for t in ts]
print(got)
