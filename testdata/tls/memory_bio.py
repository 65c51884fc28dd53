# SSLObject over two MemoryBIOs, step by step.
import ssl

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain('certs/server.pem')
client_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client_context.load_verify_locations('certs/ca.pem')


def show(label, function, *args):
    try:
        print(label, function(*args))
    except ssl.SSLError as exc:
        print(label, repr(exc), getattr(exc, 'reason', '?'), getattr(exc, 'library', '?'))
    except Exception as exc:
        print(label, repr(exc))


def pair():
    upwards, downwards = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = server_context.wrap_bio(upwards, downwards, server_side=True)
    client = client_context.wrap_bio(downwards, upwards, server_hostname='localhost')
    return server, client, upwards, downwards


server, client, upwards, downwards = pair()
show('before', client.getpeercert)
print(client.version(), client.cipher(), client.selected_alpn_protocol(), client.session_reused, client.server_side)
show('read', client.read)
show('unwrap', client.unwrap)
print(upwards.pending > 100, downwards.pending)
show('server', server.do_handshake)
show('client', client.do_handshake)
show('server', server.do_handshake)
print(client.version(), server.version(), client.context is client_context, server.server_hostname, client.server_hostname)
print(client.getpeercert()['subjectAltName'])
show('write', client.write, b'hello')
show('read', server.read, 3)
print(server.pending())
buffer = bytearray(10)
show('into', server.read, 10, buffer)
print(buffer)
show('read', server.read)
print(client.write(b'x' * 40000), len(server.read(100000)), len(server.read(20000)), len(server.read(20000)))
show('nothing', client.write, b'')
show('size', client.read, -1)
show('unwrap', client.unwrap)
show('end', server.read)
show('still', server.write, b'late')
show('after', client.unwrap)

server, client, upwards, downwards = pair()
for _ in range(3):
    for side in client, server:
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            pass
show('unwrap', client.unwrap)
show('end', server.read)
show('unwrap', server.unwrap)
show('unwrap', client.unwrap)
show('write', client.write, b'x')
show('read', client.read)

server, client, upwards, downwards = pair()
show('client', client.do_handshake)
downwards.write_eof()
show('client', client.do_handshake)
show('client', client.do_handshake)

for data in b'GET / HTTP/1.0\r\n\r\n', b'hello world, this is not TLS':
    incoming = ssl.MemoryBIO()
    incoming.write(data)
    show('garbage', server_context.wrap_bio(incoming, ssl.MemoryBIO(), server_side=True).do_handshake)

bio = ssl.MemoryBIO()
print(bio.write(b'foo'), bio.pending, bio.eof, bio.read(2), bio.write_eof(), bio.eof, bio.read(), bio.eof, bio.read())
show('bio', bio.write, b'x')
show('bio', ssl.MemoryBIO().write, 'text')
show('no name', client_context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO()).do_handshake)
show('wrong side', client_context.wrap_bio, bio, bio, True)
show('wrong side', server_context.wrap_bio, bio, bio)
show('empty name', lambda: client_context.wrap_bio(bio, bio, server_hostname=''))
show('constructor', ssl.SSLObject)
