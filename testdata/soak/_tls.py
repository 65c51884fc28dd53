"""Clients of a TLS server: most talk, the others vanish at each point of a handshake or after it, or refuse the
certificate. phase(clients, lines) runs a round of them and returns how many ended how."""
import asyncio
import collections
import ssl

CERTS = 'testdata/tls/certs/'
loop = asyncio.new_event_loop()
server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(CERTS + 'server.pem')
client_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client_context.load_verify_locations(CERTS + 'ca.pem')
served = collections.Counter()


async def handle(reader, writer):
    served['connections'] += 1
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except ConnectionError:
        served['broken'] += 1
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except (ConnectionError, ssl.SSLError, TimeoutError):
            served['broken'] += 1


async def start():
    return await asyncio.start_server(handle, '127.0.0.1', 0, ssl=server_context, backlog=500,
                                      ssl_handshake_timeout=20, ssl_shutdown_timeout=5)


server = loop.run_until_complete(start())
port = server.sockets[0].getsockname()[1]


def hello():
    """The first message of a client."""
    outgoing = ssl.MemoryBIO()
    connection = client_context.wrap_bio(ssl.MemoryBIO(), outgoing, server_hostname='localhost')
    try:
        connection.do_handshake()
    except ssl.SSLWantReadError:
        return outgoing.read()


async def talk(number, lines):
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=client_context, server_hostname='localhost')
    for i in range(lines):
        writer.write(b'client %d says %d\n' % (number, i))
        line = await reader.readline()
        assert line == b'CLIENT %d SAYS %d\n' % (number, i), line
    writer.close()
    await writer.wait_closed()
    return 'talked'


async def vanish(number):
    """Leave in the clear: at once, in the middle of the hello, after it, after garbage."""
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    first = hello()
    writer.write([b'', first[:number % 90 + 1], first, b'garbage'][number % 4])
    if number % 3:
        await asyncio.sleep(0.001)
    writer.transport.abort()
    return 'vanished'


async def hang_up(number):
    """Leave after the handshake without a word."""
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=client_context, server_hostname='localhost')
    writer.write(b'half a line')
    writer.transport.abort()
    return 'hung up'


async def give_up(number):
    """Be cancelled somewhere in the handshake."""
    try:
        async with asyncio.timeout(0.0005 * (number % 10)):
            reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=client_context, server_hostname='localhost')
        writer.close()
        await writer.wait_closed()
    except TimeoutError:
        pass
    return 'gave up'


async def refuse(number):
    try:
        await asyncio.open_connection('127.0.0.1', port, ssl=client_context, server_hostname='wrong.test')
    except ssl.SSLCertVerificationError:
        return 'refused'


async def round_of(clients, lines):
    others = [vanish, hang_up, give_up, refuse]
    gate = asyncio.Semaphore(50)

    async def one(i):
        async with gate:
            return await (talk(i, lines) if i % 2 else others[i // 2 % 4](i // 8))

    ended = collections.Counter(await asyncio.gather(*[one(i) for i in range(clients)]))
    for _ in range(500):
        if len(asyncio.all_tasks()) == 1:
            break
        await asyncio.sleep(0.01)
    return [ended['talked'], ended['vanished'], ended['hung up'], ended['gave up'], ended['refused'], len(asyncio.all_tasks()) - 1]


def phase(clients, lines):
    return loop.run_until_complete(round_of(clients, lines))


def close():
    server.close()
    loop.run_until_complete(server.wait_closed())
    loop.close()
