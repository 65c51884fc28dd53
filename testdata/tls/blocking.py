# SSLSocket: blocking connections, with a server in a thread.
import socket
import ssl
import threading

server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain('certs/server.pem')
client_context = ssl.create_default_context(cafile='certs/ca.pem')

listener = socket.create_server(('127.0.0.1', 0))
address = listener.getsockname()


log = []


def serve(count):
    with server_context.wrap_socket(listener, server_side=True) as tls_listener:
        for _ in range(count):
            try:
                connection, _ = tls_listener.accept()
            except (ssl.SSLError, OSError) as exc:
                log.append(type(exc).__name__)
                continue
            with connection:
                try:
                    while data := connection.recv(100000):
                        connection.sendall(data.upper())
                    log.append('end')
                    connection.unwrap().close()
                except OSError as exc:
                    log.append('broken')


thread = threading.Thread(target=serve, args=(4,))
thread.start()

with socket.create_connection(address) as plain:
    with client_context.wrap_socket(plain, server_hostname='localhost') as tls:
        print(tls.version(), tls.getpeercert()['subject'][2], tls.server_hostname, tls.server_side, plain.fileno())
        tls.sendall(b'hello')
        print(tls.recv(3), tls.pending(), tls.recv(100))
        view = bytearray(5)
        tls.send(b'again')
        print(tls.recv_into(view), view)
        total = b'y' * 300000
        sender = threading.Thread(target=tls.sendall, args=(total,))
        sender.start()
        got = 0
        while got < len(total):
            got += len(tls.recv(65536))
        sender.join()
        print(got)
        file = tls.makefile('rwb')
        file.write(b'line one\nline two\n')
        file.flush()
        print(file.readline(), file.readline())
        file.close()
        tls.settimeout(0.05)
        try:
            tls.recv(1)
        except TimeoutError as exc:
            print(repr(exc))
        tls.setblocking(False)
        try:
            tls.recv(1)
        except ssl.SSLWantReadError as exc:
            print(exc)
        tls.setblocking(True)
        for call in (lambda: tls.recvfrom(1), lambda: tls.sendto(b'x', address), lambda: tls.recvmsg(1), tls.dup,
                     lambda: tls.recv(1, socket.MSG_PEEK)):
            try:
                call()
            except (ValueError, NotImplementedError) as exc:
                print(repr(exc))
        plain = tls.unwrap()
        print(type(plain).__name__, plain.recv(1))

with client_context.wrap_socket(socket.socket(), server_hostname='127.0.0.1') as tls:
    tls.connect(address)
    print(tls.version(), tls.cipher()[1])
    tls.sendall(b'second')
    print(tls.recv(100))
    tls.shutdown(socket.SHUT_RDWR)

try:
    client_context.wrap_socket(socket.create_connection(address), server_hostname='wrong.example')
except ssl.SSLCertVerificationError as exc:
    print(exc)

print(len(ssl.get_server_certificate(address)) > 500)
thread.join()
print(log)
for arguments in (dict(), dict(server_side=True, server_hostname='x')):
    try:
        client_context.wrap_socket(socket.socket(), **arguments)
    except ValueError as exc:
        print(exc)
