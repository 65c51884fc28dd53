import asyncio
import os, socket, tempfile, threading, time
async def main():
    path = os.path.join(tempfile.mkdtemp(), "socket")
    got = asyncio.get_running_loop().create_future()
    async def serve(reader, writer):
        got.set_result(await reader.read())
        writer.close()
    server = await asyncio.start_unix_server(serve, path)
    def client():
        time.sleep(0.1)
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(path)
            s.sendall(b"unix")
    threading.Thread(target=client).start()
    print(await got)
    server.close()
asyncio.run(main())
