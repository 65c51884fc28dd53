# Mutual authentication, ALPN, the server name callback, and encrypted keys.
import asyncio
import ssl


def server_side():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain('certs/server_encrypted.pem', password='secret')
    context.load_verify_locations('certs/ca.pem')
    return context


def client_side(cert=None):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations('certs/ca.pem')
    if cert:
        context.load_cert_chain(cert)
    return context


async def talk(label, server_context, client_context, name='localhost'):
    async def handle(reader, writer):
        tls = writer.get_extra_info('ssl_object')
        cert = tls.getpeercert()
        who = cert and dict(part[0] for part in cert['subject'])
        print(label, 'server sees', who, tls.selected_alpn_protocol(), len(tls.getpeercert(True) or b'') > 300)
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, '127.0.0.1', 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    try:
        reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=client_context, server_hostname=name)
        tls = writer.get_extra_info('ssl_object')
        writer.write(b'word\n')
        print(label, await reader.read(), tls.selected_alpn_protocol(), len(tls.get_verified_chain()), len(tls.get_unverified_chain()))
        writer.close()
        await writer.wait_closed()
    except (ssl.SSLError, ConnectionError) as exc:
        print(label, repr(exc))
    server.close()


async def main():
    server = server_side()
    await talk('none asked', server, client_side())
    server.verify_mode = ssl.CERT_OPTIONAL
    await talk('optional', server, client_side())
    await talk('optional, given', server, client_side('certs/client.pem'))
    server.verify_mode = ssl.CERT_REQUIRED
    await talk('required', server, client_side('certs/client.pem'))
    await talk('missing', server, client_side())

    server, client = server_side(), client_side()
    server.set_alpn_protocols(['h2', 'http/1.1'])
    client.set_alpn_protocols(['http/1.1', 'h2'])
    await talk('alpn', server, client)
    client.set_alpn_protocols(['spdy'])
    await talk('alpn, nothing in common', server, client)

    other = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    other.load_cert_chain('certs/other.pem')

    def choose(tls, name, context):
        print('asked for', name, context is server, type(tls).__name__, tls.server_side)
        if name == 'other.example.test':
            tls.context = other
        elif name == 'a.example.test':
            return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME

    server = server_side()
    server.sni_callback = choose
    await talk('sni', server, client_side())
    await talk('sni, exchanged', server, client_side(), 'other.example.test')
    await talk('sni, refused', server, client_side(), 'a.example.test')

    for password in ('wrong', lambda: b'secret', lambda: 5, 5, None):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        try:
            if password is None:
                context.load_cert_chain('certs/server.pem', 'certs/client.pem')
            else:
                context.load_cert_chain('certs/server_encrypted.pem', password=password)
            print('loaded')
        except Exception as exc:
            print(repr(exc))


asyncio.run(main())
