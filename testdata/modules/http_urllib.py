import asyncio, threading, json, os, tempfile, sys, socket
import http.client, urllib.request, urllib.error, urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer, SimpleHTTPRequestHandler
import functools, socketserver
class H(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def log_message(self, *a): pass
    def send(self, body, code=200, **h):
        self.send_response(code)
        self.send_header('Content-Length', str(len(body)))
        for k, v in h.items(): self.send_header(k.replace('_', '-'), v)
        self.end_headers()
        if self.command != 'HEAD': self.wfile.write(body)
    def do_GET(self):
        if self.path == '/redirect': return self.send(b'', 302, Location='/final')
        if self.path == '/loop': return self.send(b'', 301, Location='/loop')
        if self.path == '/missing': return self.send_error(404)
        if self.path == '/chunked':
            self.send_response(200); self.send_header('Transfer-Encoding', 'chunked'); self.end_headers()
            for c in (b'hello ', b'world', b''): self.wfile.write(b'%x\r\n%s\r\n' % (len(c), c))
            return
        if self.path == '/auth' and not self.headers.get('Authorization'):
            return self.send(b'', 401, WWW_Authenticate='Basic realm="r"')
        self.send(f'{self.command} {self.path} {self.headers.get("X-Test")} {self.headers.get("User-Agent", "-")[:13]}'.encode(), 200, Content_Type='text/plain; charset=utf-8')
    do_HEAD = do_GET
    def do_POST(self):
        n = int(self.headers['Content-Length'] or 0)
        self.send(self.rfile.read(n) + b'|' + self.headers['Content-Type'].encode(), 201)
    do_PUT = do_POST
srv = ThreadingHTTPServer(('127.0.0.1', 0), H)
threading.Thread(target=srv.serve_forever, args=(0.05,), daemon=True).start()
base = 'http://127.0.0.1:%d' % srv.server_address[1]
with urllib.request.urlopen(base + '/a?b=1') as r:
    print(r.status, r.reason, r.getcode(), r.read().decode(), r.headers['Content-Type'], r.headers.get_content_charset(), r.geturl() == base + '/a?b=1', r.headers.get_content_type())
r = urllib.request.urlopen(base + '/redirect'); print(r.url[len(base):], r.read()[:10])
for p in ('/missing', '/loop', '/nomethod'):
    try:
        req = urllib.request.Request(base + p, method='PATCH' if p == '/nomethod' else None)
        urllib.request.urlopen(req)
    except urllib.error.HTTPError as e: print(e.code, e.reason.split('\n')[0], repr(e), str(e).split('\n')[0], type(e.headers).__name__, e.read()[:15])
print(urllib.request.urlopen(base + '/chunked').read(), [l for l in urllib.request.urlopen(base + '/chunked')])
r = urllib.request.urlopen(base + '/post', data=urllib.parse.urlencode({'a': 1, 'b': 'ü'}).encode()); print(r.status, r.read())
req = urllib.request.Request(base + '/json', data=json.dumps({'x': 1}).encode(), headers={'Content-Type': 'application/json', 'X-Test': 'yes'}, method='PUT')
print(req.get_method(), req.host == base[7:], req.selector, req.header_items(), urllib.request.urlopen(req).read())
try: urllib.request.urlopen('http://127.0.0.1:1/')
except urllib.error.URLError as e: print(e, repr(e.reason))
try: urllib.request.urlopen('foo://x')
except urllib.error.URLError as e: print(e)
try: urllib.request.urlopen('nourl')
except ValueError as e: print(e)
print(urllib.request.urlopen('data:text/plain;charset=utf-8,hi%20there').read())
d = tempfile.mkdtemp(); open(d + '/f.txt', 'w').write('file!'); os.mkdir(d + '/sub')
print(urllib.request.urlopen('file://' + d + '/f.txt').read())
print(urllib.request.urlretrieve(base + '/x', d + '/out')[1]['content-type'], open(d + '/out').read())
auth = urllib.request.HTTPBasicAuthHandler(); auth.add_password('r', base, 'u', 'p')
print(urllib.request.build_opener(auth).open(base + '/auth').status)
op = urllib.request.build_opener(); op.addheaders = [('User-Agent', 'mine')]; print(op.open(base + '/ua').read())
c = http.client.HTTPConnection('127.0.0.1', srv.server_address[1], timeout=5)
c.request('GET', '/one', headers={'X-Test': '1'}); r = c.getresponse(); print(r.status, r.reason, r.version, r.getheader('Content-Length'), r.read(3), r.read(), r.isclosed(), r.getheader('nope', 'd'))
c.request('POST', '/two', body='text', headers={'Content-Type': 't/x'}); r = c.getresponse(); print(r.status, r.read(), sorted(k for k, v in r.getheaders()))
c.request('HEAD', '/three'); r = c.getresponse(); print(r.status, r.read(), r.getheader('content-length'))
try: c.getresponse()
except http.client.ResponseNotReady as e: print(repr(e))
try: c.putheader('a', 'b')
except http.client.CannotSendHeader as e: print(repr(e))
c.close()
print(http.client.responses[404], http.client.OK, http.client.HTTPConnection('h:81').port, http.client.HTTPConnection('h').port)
try: http.client.HTTPConnection('h:x')
except http.client.InvalidURL as e: print(e)
class Q(SimpleHTTPRequestHandler):
    def log_message(self, *a): pass
s2 = HTTPServer(('127.0.0.1', 0), functools.partial(Q, directory=d)); threading.Thread(target=s2.serve_forever, args=(0.05,), daemon=True).start()
b2 = 'http://127.0.0.1:%d' % s2.server_address[1]
r = urllib.request.urlopen(b2 + '/f.txt'); print(r.read(), r.headers['content-type'], r.headers['server'].split('/')[0])
print(urllib.request.urlopen(b2 + '/').read().decode())
print(urllib.request.urlopen(b2 + '/sub').url[len(b2):])
try: urllib.request.urlopen(b2 + '/../etc/passwd')
except urllib.error.HTTPError as e: print(e, e.read().decode())
async def main():
    def get(i): return urllib.request.urlopen(f'{base}/{i}').read().split()[1]
    print(await asyncio.gather(*(asyncio.to_thread(get, i) for i in range(4))))
    reader, writer = await asyncio.open_connection('127.0.0.1', srv.server_address[1])
    writer.write(b'GET /raw HTTP/1.0\r\n\r\n'); print((await reader.read()).split(b'\r\n')[0]); writer.close()
asyncio.run(main())
srv.shutdown(); srv.server_close(); s2.shutdown(); s2.server_close()
class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile: self.wfile.write(line.upper())
with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Echo) as s:
    threading.Thread(target=s.serve_forever, args=(0.05,), daemon=True).start()
    k = socket.create_connection(s.server_address); k.sendall(b'abc\ndef\n'); k.shutdown(socket.SHUT_WR); print(k.makefile('rb').read()); k.close(); s.shutdown()
class U(socketserver.DatagramRequestHandler):
    def handle(self): self.wfile.write(self.rfile.read()[::-1])
with socketserver.UDPServer(('127.0.0.1', 0), U) as s:
    k = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); k.sendto(b'abc', s.server_address); s.handle_request(); print(k.recv(10)); k.close()
import mimetypes
print([mimetypes.guess_type(x) for x in ('a.py', 'b.tar.gz', 'c.html', 'http://x/y.png', 'd', 'e.json', 'f.tgz', 'x.js')], mimetypes.guess_extension('text/html'))
