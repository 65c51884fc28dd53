# What debug mode logs of connections over TLS: the templates of the messages, and the errors that come with them.
import asyncio
import logging
import ssl

WANTED = ('new connection', 'SSL handshake', '%r: %s', 'is serving', 'connected to')


class Templates(logging.Handler):
    def emit(self, record):
        if any(word in record.msg for word in WANTED):
            error = record.exc_info and record.exc_info[0].__name__
            detail = record.args[-1] if record.msg == '%r: %s' else ''
            print(record.levelname, record.msg, detail, error or '')


logging.getLogger('asyncio').addHandler(Templates())
logging.getLogger('asyncio').setLevel(logging.DEBUG)

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain('certs/server.pem')
client_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client_context.load_verify_locations('certs/ca.pem')


async def main():
    finished = asyncio.Event()

    async def handle(reader, writer):
        writer.write(await reader.readline())
        writer.close()
        await writer.wait_closed()
        finished.set()

    server = await asyncio.start_server(handle, '127.0.0.1', 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=client_context, server_hostname='localhost')
    writer.write(b'line\n')
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
    await finished.wait()
    try:
        await asyncio.open_connection('127.0.0.1', port, ssl=client_context, server_hostname='wrong.test')
    except ssl.SSLCertVerificationError as exc:
        print(exc.verify_message)
    server.close()


asyncio.run(main(), debug=True)
