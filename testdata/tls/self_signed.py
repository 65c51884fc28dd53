# A certificate as `openssl req -x509` makes it, trusted itself: the strict rules are for those that others signed.
import asyncio
import os
import ssl

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "certs")
cert, key = os.path.join(here, "plain.pem"), os.path.join(here, "plain.key")
server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server.load_cert_chain(cert, key)
client = ssl.create_default_context(cafile=cert)


async def echo(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    finally:
        writer.close()


async def main():
    s = await asyncio.start_server(echo, "127.0.0.1", 0, ssl=server)
    host, port = s.sockets[0].getsockname()
    for name in ("localhost", "127.0.0.1"):
        r, w = await asyncio.open_connection(host, port, ssl=client, server_hostname=name)
        w.write(b"hello\n")
        print(name, await r.readline(), w.get_extra_info("peercert")["subjectAltName"])
        w.close()
        await w.wait_closed()
    try:
        await asyncio.open_connection(host, port, ssl=client, server_hostname="wrong.example")
    except ssl.SSLCertVerificationError as e:
        print(e.verify_code, e.verify_message)
    try:
        await asyncio.open_connection(host, port, ssl=ssl.create_default_context())
    except ssl.SSLCertVerificationError as e:
        print(e.verify_code, e.verify_message)
    s.close()


asyncio.run(main())
