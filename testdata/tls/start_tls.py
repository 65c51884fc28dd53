# A connection that begins in the clear and goes over to TLS, on both ends; by streams and by the loop's method.
import asyncio
import ssl

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain('certs/server.pem')
client_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client_context.load_verify_locations('certs/ca.pem')


async def handle(reader, writer):
    writer.write(b'hello\n')
    print('server got', await reader.readline())
    writer.write(b'go\n')
    await writer.drain()
    await writer.start_tls(server_context)
    print('server:', writer.get_extra_info('ssl_object').version())
    line = await reader.readline()
    writer.write(b'secret ' + line)
    await writer.drain()
    writer.close()


async def by_streams(port):
    reader, writer = await asyncio.open_connection('localhost', port)
    print(await reader.readline(), writer.get_extra_info('ssl_object'))
    writer.write(b'STARTTLS\n')
    print(await reader.readline())
    await writer.start_tls(client_context, server_hostname='localhost')
    writer.write(b'word\n')
    print(await reader.readline(), await reader.read(), writer.get_extra_info('peercert')['serialNumber'])
    writer.close()
    await writer.wait_closed()


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
        self.lines = []

    def connection_made(self, transport):
        print('made', type(transport).__name__)

    def data_received(self, data):
        print('data', data)
        self.lines.append(data)
        if data == b'hello\n':
            self.transport.write(b'STARTTLS\n')
        if data == b'go\n':
            self.upgrade = asyncio.create_task(self.go_over())

    async def go_over(self):
        loop = asyncio.get_running_loop()
        self.transport = await loop.start_tls(self.transport, self, client_context, server_hostname='localhost')
        print('upgraded to', type(self.transport).__name__)
        self.transport.write(b'again\n')

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        print('lost', exc)
        self.done.set_result(None)


async def main():
    server = await asyncio.start_server(handle, 'localhost', 0)
    port = server.sockets[0].getsockname()[1]
    await by_streams(port)
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    protocol = Client(done)
    protocol.transport, _ = await loop.create_connection(lambda: protocol, 'localhost', port)
    await done
    try:
        await loop.start_tls(protocol.transport, protocol, None)
    except TypeError as exc:
        print(exc)
    server.close()


asyncio.run(main())
