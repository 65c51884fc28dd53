import asyncio
import socket, subprocess, sys
async def main():
    loop = asyncio.get_running_loop()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        port = server.getsockname()[1]
        child = subprocess.Popen([sys.executable, "-c", f"import socket, time; time.sleep(0.1); socket.create_connection(('127.0.0.1', {port}))"])
        connection, address = await loop.sock_accept(server)
        connection.close()
        print(address[0])
        child.wait()
asyncio.run(main())
