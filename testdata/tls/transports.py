# TLS under the loop's other ways to connect: Unix sockets, accepted sockets, buffered protocols, files, TLS within TLS.
import asyncio
import os
import socket
import ssl
import tempfile

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain('certs/server.pem')
client_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client_context.load_verify_locations('certs/ca.pem')


async def echo(reader, writer):
    while data := await reader.read(100000):
        writer.write(data)
        await writer.drain()
    writer.close()


async def unix(directory):
    path = os.path.join(directory, 'socket')
    server = await asyncio.start_unix_server(echo, path, ssl=server_context)
    reader, writer = await asyncio.open_unix_connection(path, ssl=client_context, server_hostname='localhost')
    writer.write(b'by a Unix socket')
    print(await reader.read(100), writer.get_extra_info('ssl_object').version())
    writer.close()
    await writer.wait_closed()
    try:
        await asyncio.open_unix_connection(path, ssl=client_context)
    except ValueError as exc:
        print(exc)
    server.close()


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, lost):
        self.lost = lost
        self.buffer = bytearray(5)
        self.got = b''

    def connection_made(self, transport):
        self.transport = transport

    def get_buffer(self, sizehint):
        return memoryview(self.buffer)

    def buffer_updated(self, nbytes):
        self.got += self.buffer[:nbytes]
        if self.got.endswith(b'.'):
            self.transport.close()

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def accepted():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    server_lost, client_lost = loop.create_future(), loop.create_future()
    server = asyncio.create_task(loop.connect_accepted_socket(lambda: Buffered(server_lost), theirs, ssl=server_context))
    client_transport, client = await loop.create_connection(
        lambda: Buffered(client_lost), sock=ours, ssl=client_context, server_hostname='localhost')
    server_transport, protocol = await server
    client_transport.writelines([b'some ', b'longer text', b'.'])
    print(await server_lost, protocol.got, await client_lost)
    print(client_transport.is_closing(), client_transport.get_write_buffer_size())
    client_transport.write(b'late')


class Collector(asyncio.Protocol):
    def __init__(self, lost):
        self.lost = lost
        self.size = 0
        self.paused = False

    def data_received(self, data):
        self.size += len(data)

    def pause_writing(self):
        self.paused = True

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def files(directory):
    loop = asyncio.get_running_loop()
    path = os.path.join(directory, 'file')
    with open(path, 'wb') as file:
        file.write(b'z' * 300_000)
    lost = loop.create_future()
    collector = Collector(lost)
    server = await loop.create_server(lambda: collector, '127.0.0.1', 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    client = Collector(loop.create_future())
    transport, _ = await loop.create_connection(lambda: client, '127.0.0.1', port, ssl=client_context)
    with open(path, 'rb') as file:
        print(await loop.sendfile(transport, file, 100, 200_000))
        try:
            await loop.sendfile(transport, file, fallback=False)
        except RuntimeError as exc:
            print('no native sendfile' if 'native' in str(exc) else exc)
    transport.close()
    print(await lost, collector.size)
    print(transport.get_write_buffer_limits(), transport.get_read_buffer_limits())
    server.close()


async def nested():
    async def handle(reader, writer):
        await writer.start_tls(server_context)
        await echo(reader, writer)

    server = await asyncio.start_server(handle, '127.0.0.1', 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=client_context)
    outer = writer.get_extra_info('ssl_object')
    await writer.start_tls(client_context, server_hostname='localhost')
    writer.write(b'TLS in TLS')
    print(await reader.read(100), writer.get_extra_info('ssl_object') is outer)
    writer.close()
    await writer.wait_closed()
    server.close()


async def main():
    with tempfile.TemporaryDirectory() as directory:
        await unix(directory)
        await accepted()
        await files(directory)
    await nested()
    for ssl_argument in True, False:
        try:
            await asyncio.start_server(echo, '127.0.0.1', 0, ssl=ssl_argument)
        except TypeError as exc:
            print(exc)


asyncio.run(main())
