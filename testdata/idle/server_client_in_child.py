import asyncio
import subprocess, sys
async def serve(reader, writer):
    print(await reader.readline())
    writer.close()
    done.set()
async def main():
    global done
    done = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    code = f"import socket, time; time.sleep(0.2); s = socket.create_connection(('127.0.0.1', {port})); s.send(b'hi\\n'); s.recv(1)"
    child = subprocess.Popen([sys.executable, "-c", code])
    await done.wait()
    server.close()
    child.wait()
asyncio.run(main())
