import asyncio

async def handle(reader, writer):
    line = await reader.readline()
    writer.write(b"HTTP/1.1 200 OK\r\nX: " + line.split()[1] + b"\r\n\r\n")
    await writer.drain()
    writer.close()
    await writer.wait_closed()

async def get_status(port, path):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: local\r\n\r\n".encode())
    await writer.drain()
    status = (await reader.readline()).decode().strip()
    rest = await reader.read()
    writer.close()
    return status, rest

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        for result in await asyncio.gather(*(get_status(port, f"/{i}") for i in range(3))):
            print(result)

asyncio.run(main())

