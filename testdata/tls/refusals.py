# Handshakes that fail, as asyncio's callers see them.
import asyncio
import ssl


def server_side(cert, **settings):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f'certs/{cert}.pem')
    for name, value in settings.items():
        setattr(context, name, value)
    return context


def client_side(ca='certs/ca.pem', **settings):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca:
        context.load_verify_locations(ca)
    for name, value in settings.items():
        setattr(context, name, value)
    return context


async def attempt(label, server_context, **connect):
    async def handle(reader, writer):
        writer.write(b'hello')
        writer.close()

    server = await asyncio.start_server(handle, '127.0.0.1', 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    try:
        reader, writer = await asyncio.open_connection('127.0.0.1', port, **connect)
        print(label, await reader.read())
        writer.close()
        await writer.wait_closed()
    except ssl.SSLCertVerificationError as exc:
        print(label, exc, exc.verify_code, exc.verify_message, exc.reason, exc.library)
    except Exception as exc:
        print(label, repr(exc), getattr(exc, 'reason', None))
    server.close()


async def main():
    await attempt('fine', server_side('server'), ssl=client_side(), server_hostname='localhost')
    await attempt('address', server_side('server'), ssl=client_side())
    await attempt('wildcard', server_side('server'), ssl=client_side(), server_hostname='a.example.test')
    await attempt('too deep', server_side('server'), ssl=client_side(), server_hostname='a.b.example.test')
    await attempt('wrong name', server_side('other'), ssl=client_side(), server_hostname='localhost')
    await attempt('wrong address', server_side('other'), ssl=client_side())
    await attempt('unknown authority', server_side('server'), ssl=client_side(None), server_hostname='localhost')
    await attempt('ssl=True', server_side('server'), ssl=True, server_hostname='localhost')
    await attempt('self-signed', server_side('selfsigned'), ssl=client_side(), server_hostname='localhost')
    await attempt('self-signed, trusted', server_side('selfsigned'), ssl=client_side('certs/selfsigned.pem'), server_hostname='localhost')
    await attempt('expired', server_side('expired'), ssl=client_side(), server_hostname='localhost')
    unchecked = client_side(None, check_hostname=False, verify_mode=ssl.CERT_NONE)
    await attempt('unchecked', server_side('expired'), ssl=unchecked, server_hostname='localhost')
    await attempt('client too old', server_side('server', minimum_version=ssl.TLSVersion.TLSv1_3),
                  ssl=client_side(maximum_version=ssl.TLSVersion.TLSv1_2), server_hostname='localhost')
    await attempt('no client certificate', server_side('server', verify_mode=ssl.CERT_REQUIRED, maximum_version=ssl.TLSVersion.TLSv1_2),
                  ssl=client_side(), server_hostname='localhost')
    await attempt('server speaks plain', None, ssl=client_side(), server_hostname='localhost')
    for kw in (dict(server_hostname='x'), dict(ssl_handshake_timeout=1), dict(ssl_shutdown_timeout=1),
               dict(ssl=client_side(), server_hostname='localhost', ssl_handshake_timeout=0),
               dict(ssl=client_side(), server_hostname='localhost', ssl_shutdown_timeout=-1)):
        await attempt('arguments', None, **kw)


asyncio.run(main())
