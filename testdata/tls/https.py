# http.server behind TLS, asked by urllib.request and http.client, from threads of a loop.
import asyncio
import http.client
import http.server
import ssl
import threading
import urllib.error
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        body = b'hello ' + self.path.encode()
        self.send_response(200)
        self.send_header('Content-Type', 'text/plain')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain('certs/server.pem')
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever).start()
port = server.server_address[1]
trusting = ssl.create_default_context(cafile='certs/ca.pem')

with urllib.request.urlopen(f'https://localhost:{port}/page', context=trusting) as answer:
    print(answer.status, answer.read(), answer.headers['Content-Type'])
connection = http.client.HTTPSConnection('localhost', port, context=trusting)
for i in range(2):
    connection.request('GET', f'/{i}')
    answer = connection.getresponse()
    print(answer.status, answer.reason, answer.read())
connection.close()
try:
    urllib.request.urlopen(f'https://localhost:{port}/')
except urllib.error.URLError as exc:
    print(exc)


def get(i):
    with urllib.request.urlopen(f'https://127.0.0.1:{port}/{i}', context=trusting) as answer:
        return answer.read()


async def main():
    print(await asyncio.gather(*[asyncio.to_thread(get, i) for i in range(5)]))


asyncio.run(main())
server.shutdown()
server.server_close()
