"""Datagram endpoints and sock_* on datagrams."""
import asyncio, socket
class Echo(asyncio.DatagramProtocol):
    def connection_made(self, t): self.t = t
    def datagram_received(self, data, addr):
        self.t.sendto(data.upper(), addr)
    def error_received(self, exc): print('server error', exc)
class Client(asyncio.DatagramProtocol):
    def __init__(self): self.q = asyncio.Queue()
    def connection_made(self, t): self.t = t
    def datagram_received(self, data, addr): self.q.put_nowait((data, addr[0]))
    def error_received(self, exc): self.q.put_nowait(exc)
    def connection_lost(self, exc): print('lost', exc)
async def main():
    loop = asyncio.get_running_loop()
    t, p = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 0))
    addr = t.get_extra_info('sockname')
    c, cp = await loop.create_datagram_endpoint(Client, remote_addr=addr)
    c.sendto(b'hello'); print(await cp.q.get())
    c.sendto(b'hello', addr); print(await cp.q.get())
    try: c.sendto(b'x', ('127.0.0.1', 1))
    except ValueError as e: print(str(e).replace(str(addr[1]), 'PORT'))
    try: c.sendto('x')
    except TypeError as e: print(e)
    c.sendto(b''); print(await cp.q.get())
    print(c.get_write_buffer_size(), c.is_closing(), c.get_extra_info('peername') == addr)
    t.close(); await asyncio.sleep(0.01)
    c.sendto(b'gone'); 
    try: print(repr(await asyncio.wait_for(cp.q.get(), 0.5)))
    except TimeoutError: print('timeout')
    c.close(); await asyncio.sleep(0.01)
    c.sendto(b'closed')
    print(c.is_closing())
    for kw in (dict(), dict(local_addr='x'), dict(family=socket.AF_INET, remote_addr=None), dict(sock=1, local_addr=('x',1)), dict(local_addr=('127.0.0.1',0), remote_addr=('::1', 1)), dict(local_addr=('127.0.0.1', 0), reuse_port=True), dict(family=socket.AF_UNIX, local_addr=3)):
        try:
            t, p = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, **kw)
            print('ok', kw); t.close()
        except Exception as e: print(kw, type(e).__name__, e)
    class B(asyncio.DatagramProtocol): pass
    t, p = await loop.create_datagram_endpoint(B, local_addr=('127.0.0.1', 0), allow_broadcast=True)
    print(t.get_extra_info('socket').getsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST))
    t.abort(); t.close()
    # sock_* datagram
    a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); a.bind(('127.0.0.1', 0)); a.setblocking(False)
    b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); b.bind(('127.0.0.1', 0)); b.setblocking(False)
    print(await loop.sock_sendto(a, b'data', b.getsockname()))
    print((await loop.sock_recvfrom(b, 100))[0])
    buf = bytearray(10)
    await loop.sock_sendto(a, b'data2', b.getsockname())
    n, _ = await loop.sock_recvfrom_into(b, buf); print(n, buf)
    a.close(); b.close()
asyncio.run(main())
