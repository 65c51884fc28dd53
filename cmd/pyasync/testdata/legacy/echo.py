# 3.4-style echo server and client
import asyncio

@asyncio.coroutine
def handle_echo(reader, writer):
    data = yield from reader.read(100)
    message = data.decode()
    print("Received %r" % message)
    writer.write(data)
    yield from writer.drain()
    writer.close()

@asyncio.coroutine
def client(message, port, loop):
    reader, writer = yield from asyncio.open_connection('127.0.0.1', port, loop=loop)
    writer.write(message.encode())
    data = yield from reader.read(100)
    print('Received: %r' % data.decode())
    writer.close()

loop = asyncio.get_event_loop()
coro = asyncio.start_server(handle_echo, '127.0.0.1', 0, loop=loop)
server = loop.run_until_complete(coro)
port = server.sockets[0].getsockname()[1]
loop.run_until_complete(client('Hello', port, loop))
server.close()
loop.run_until_complete(server.wait_closed())
loop.close()
