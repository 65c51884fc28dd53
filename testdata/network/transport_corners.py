"""Transports and protocols: what protocols raise, flow control, sock_*, sendfile."""
import asyncio, socket
log = []
class P(asyncio.Protocol):
    def __init__(self, name): self.name = name; self.lost = asyncio.get_running_loop().create_future()
    def connection_made(self, t): self.t = t; log.append((self.name, 'made'))
    def data_received(self, d): log.append((self.name, d))
    def eof_received(self): log.append((self.name, 'eof')); return self.name == 'half'
    def connection_lost(self, exc): log.append((self.name, 'lost', exc)); self.lost.set_result(None)
    def pause_writing(self): log.append((self.name, 'pause'))
    def resume_writing(self): log.append((self.name, 'resume'))
class B(asyncio.BufferedProtocol):
    def __init__(self): self.buf = bytearray(5); self.lost = asyncio.get_running_loop().create_future()
    def connection_made(self, t): self.t = t
    def get_buffer(self, hint): log.append(('get', hint)); return self.buf
    def buffer_updated(self, n): log.append(('upd', bytes(self.buf[:n])))
    def eof_received(self): log.append('beof')
    def connection_lost(self, exc): self.lost.set_result(exc)
class Bad(P):
    def data_received(self, d): raise ZeroDivisionError('in data_received')
class BadEof(P):
    def eof_received(self): raise ZeroDivisionError('in eof')
class BadPause(P):
    def pause_writing(self): raise ZeroDivisionError('in pause')
class BadBuf(B):
    def get_buffer(self, h): return bytearray()
class BadLost(P):
    def connection_lost(self, exc): super().connection_lost(exc); raise ZeroDivisionError('in lost')
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: log.append(('HANDLER', c['message'], repr(c.get('exception')), sorted(c))))
    async def conn(server_proto, client_proto):
        global log
        made = []
        def f():
            p = server_proto(); made.append(p); return p
        s = await loop.create_server(f, '127.0.0.1', 0)
        t, c = await loop.create_connection(client_proto, *s.sockets[0].getsockname())
        await asyncio.sleep(0.005)
        s.close()
        return t, c, made[0]
    def show(what):
        global log
        print(what)
        for x in log: print('   ', x)
        log = []
    t, c, s = await conn(lambda: P('s'), lambda: P('c'))
    t.write(b'hello'); await asyncio.sleep(0.005)
    t.write_eof(); await s.lost; await c.lost; show('plain')
    t, c, s = await conn(lambda: P('half'), lambda: P('c'))
    t.write_eof(); await asyncio.sleep(0.005); s.t.write(b'late'); await asyncio.sleep(0.005); s.t.close(); await s.lost; await c.lost; show('half')
    t, c, s = await conn(B, lambda: P('c'))
    t.write(b'hello world'); await asyncio.sleep(0.01); t.close(); await s.lost; show('buffered')
    for k in (Bad, BadEof):
        t, c, s = await conn(lambda: k('bad'), lambda: P('c'))
        t.write(b'x'); t.write_eof(); await s.lost; await c.lost; show(k.__name__)
    t, c, s = await conn(BadBuf, lambda: P('c'))
    t.write(b'x'); await s.lost; show('BadBuf'); t.close()
    t, c, s = await conn(lambda: P('s'), lambda: BadPause('c'))
    s.t.pause_reading(); t.write(b'x'*20_000_000); print(t.get_write_buffer_size() > 0); t.abort(); await c.lost; 
    s.t.abort(); show('BadPause')
    t, c, s = await conn(lambda: P('s'), lambda: P('c'))
    s.t.pause_reading(); print(s.t.is_reading()); s.t.pause_reading()
    t.set_write_buffer_limits(high=10, low=5); t.write(b'y'*20_000_000); show('paused')
    s.t.resume_reading(); 
    class Count(asyncio.Protocol):
        n = 0
        def data_received(self, d): self.n += len(d)
    cnt = Count(); s.t.set_protocol(cnt); print(s.t.get_protocol() is cnt)
    while cnt.n < 20_000_000: await asyncio.sleep(0.01)
    show('resumed'); t.close(); await c.lost; log.clear(); 
    t, c, s = await conn(lambda: BadLost('s'), lambda: P('c'))
    t.close(); await s.lost; await asyncio.sleep(0.005); show('BadLost')
    for args in ((-1, None), (1, 2)):
        try: s2 = t.set_write_buffer_limits(*args)
        except ValueError as e: print(e)
    # connect_accepted_socket
    ls = socket.socket(); ls.bind(('127.0.0.1', 0)); ls.listen(); 
    cs = socket.create_connection(ls.getsockname()); a, _ = ls.accept()
    t, p = await loop.connect_accepted_socket(lambda: P('acc'), a)
    cs.sendall(b'hi'); await asyncio.sleep(0.005); cs.close(); await p.lost; show('accepted'); ls.close()
    # fd in use
    t, c, s = await conn(lambda: P('s'), lambda: P('c'))
    fd = t.get_extra_info('socket').fileno()
    try: loop.add_reader(fd, print)
    except RuntimeError as e: print(str(e)[:16], 'used by transport' in str(e))
    r = repr(t); print(r.split(' fd')[0], r.split('read=')[1])
    t.pause_reading(); print(repr(t).split('read=')[1]); t.close(); print(repr(t).split(' fd')[0]); await c.lost; print(repr(t).split(' fd')[0])
    # sock_*
    a, b = socket.socketpair(); a.setblocking(False); b.setblocking(False)
    big = b'q'*3_000_000
    async def rx():
        n = 0; buf = bytearray(100000)
        while n < len(big): n += await loop.sock_recv_into(b, buf)
        return n
    print(await asyncio.gather(loop.sock_sendall(a, big), rx()))
    t = asyncio.create_task(loop.sock_recv(b, 10)); await asyncio.sleep(0.005); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    await loop.sock_sendall(a, b'after'); print(await loop.sock_recv(b, 10))
    a.close(); print(await loop.sock_recv(b, 10)); b.close()
    # sendfile
    import tempfile
    with tempfile.TemporaryFile() as f:
        f.write(b'file content' * 1000); f.flush()
        t, c, s = await conn(lambda: P('s'), lambda: P('c'))
        log.clear(); cnt = Count(); s.t.set_protocol(cnt)
        t.write(b'head')
        print(await loop.sendfile(t, f), f.tell())
        print(await loop.sendfile(t, f, 12, 24), f.tell())
        try: await loop.sendfile(t, f, -1)
        except ValueError as e: print(e)
        await asyncio.sleep(0.02); print(cnt.n); t.close()
    import io
    t, c, s = await conn(lambda: P('s'), lambda: P('c'))
    cnt = Count(); s.t.set_protocol(cnt)
    try: await loop.sendfile(t, io.BytesIO(b'abc'), fallback=False)
    except Exception as e: print(type(e).__name__, e)
    print(await loop.sendfile(t, io.BytesIO(b'abc'*100000))); await asyncio.sleep(0.05); print(cnt.n); t.close()
asyncio.run(main())
