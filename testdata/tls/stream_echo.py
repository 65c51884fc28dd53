# An echo server and its client over TLS: what both ends learn of the connection, closing in order.
import asyncio
import ssl

server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain('certs/server.pem')
client_context = ssl.create_default_context(cafile='certs/ca.pem')


async def handle(reader, writer):
    extra = writer.get_extra_info
    print('server:', extra('ssl_object').version(), extra('peercert'), extra('compression'),
          extra('sslcontext') is server_context, extra('ssl_object').server_side)
    while line := await reader.readline():
        writer.write(b'echo ' + line)
        await writer.drain()
    print('server: end')
    writer.close()
    await writer.wait_closed()
    print('server: closed')
    finished.set()


async def main():
    global finished
    finished = asyncio.Event()
    server = await asyncio.start_server(handle, 'localhost', 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('localhost', port, ssl=client_context)
    for i in range(3):
        writer.write(b'line %d\n' % i)
        print(await reader.readline())
    extra = writer.get_extra_info
    for key, value in extra('peercert').items():
        print(key, value)
    print(extra('ssl_object').server_hostname, extra('ssl_object').version(), type(writer.transport).__name__,
          type(extra('socket')).__name__, extra('cipher')[1], writer.can_write_eof(), extra('nothing', 'default'))
    big = b'x' * 60000 + b'\n'
    writer.writelines([big, b'a\n'])
    print(len(await reader.readline()), await reader.readline())
    try:
        writer.write_eof()
    except NotImplementedError as exc:
        print('write_eof:', repr(exc))
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    print('client: closed', await reader.read())
    await finished.wait()
    server.close()
    await server.wait_closed()


asyncio.run(main())
