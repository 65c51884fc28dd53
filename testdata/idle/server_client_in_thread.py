import asyncio
import socket, threading, time
async def serve(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()
    done.set()
def client(port):
    time.sleep(0.1)
    with socket.create_connection(("127.0.0.1", port)) as s:
        s.sendall(b"echo\n")
        print(s.recv(100))
async def main():
    global done
    done = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    thread = threading.Thread(target=client, args=server.sockets[0].getsockname()[1:])
    thread.start()
    await done.wait()
    await asyncio.to_thread(thread.join)
    server.close()
asyncio.run(main())
