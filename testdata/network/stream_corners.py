"""Streams: limits, resets, back-pressure, concurrent readers, subclasses."""
import asyncio, sys, socket, struct
def lw(*a): print(*a)
async def pair(limit=2**16, server_limit=2**16):
    fut = asyncio.get_running_loop().create_future()
    async def cb(r, w): fut.set_result((r, w))
    s = await asyncio.start_server(cb, '127.0.0.1', 0, limit=server_limit)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname()[:2], limit=limit)
    r2, w2 = await fut
    s.close()
    return r, w, r2, w2
async def main():
    r, w, r2, w2 = await pair(limit=50)
    w2.write(b'a'*200 + b'\n' + b'next\n'); await w2.drain()
    await asyncio.sleep(0.01)
    try: await r.readline()
    except ValueError as e: print(type(e).__name__, e, repr(e.__context__))
    print(await r.readline())
    w2.write(b'b'*200); await w2.drain(); await asyncio.sleep(0.01)
    try: await r.readuntil(b'\n')
    except asyncio.LimitOverrunError as e: print(e, e.consumed)
    print(len(await r.readexactly(200)))
    w2.write(b'c'*40+b'END'+b'd'*10+b'XX'); await w2.drain()
    print(await r.readuntil((b'XX', b'END')))
    print(await r.readuntil((b'XX', b'END')))
    for bad in ((), b'', (b'',b'x')):
        try: await r.readuntil(bad)
        except ValueError as e: print(e)
    try: await r.readexactly(-1)
    except ValueError as e: print(e)
    print(await r.readexactly(0), await r.read(0))
    t = asyncio.create_task(r.read(10)); await asyncio.sleep(0)
    for c in (r.read(5), r.readline(), r.readexactly(3), r.readuntil(b'x')):
        try: await c
        except RuntimeError as e: print(e)
    print(repr(r).split('transport')[0])
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    print(repr(r).split('transport')[0])
    t = asyncio.create_task(r.readexactly(10)); await asyncio.sleep(0)
    w2.write(b'12345'); await asyncio.sleep(0.02)
    w2.close()
    try: await t
    except asyncio.IncompleteReadError as e: print(e, e.partial, e.expected)
    print(r.at_eof(), await r.read(), await r.readline(), await r.read(5))
    try: await r.readuntil(b'x')
    except asyncio.IncompleteReadError as e: print(e, e.partial, e.expected)
    w.close(); await w.wait_closed()
    # reset
    r, w, r2, w2 = await pair()
    w2.get_extra_info('socket').setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    t = asyncio.create_task(r.read()); await asyncio.sleep(0)
    w2.close()
    try: await t
    except ConnectionResetError as e: print('t', e)
    try: await r.read()
    except ConnectionResetError as e: print('r', e)
    for i in range(8):
        w.write(b'xx')
    try: await w.drain()
    except ConnectionResetError as e: print('d', e)
    try: await w.wait_closed()
    except ConnectionResetError as e: print('wc', e)
    print(w.is_closing(), r.exception())
    # writes to a closed one
    r, w, r2, w2 = await pair()
    w2.close(); await w2.wait_closed()
    print(await r.read())
    try:
        for i in range(10):
            w.write(b'x'*1000)
            await w.drain()
            await asyncio.sleep(0.005)
    except (ConnectionResetError, BrokenPipeError) as e: print(type(e).__name__, e)
    w.close()
    # back-pressure
    r, w, r2, w2 = await pair(server_limit=1000)
    w.transport.set_write_buffer_limits(high=1000)
    print(w.transport.get_write_buffer_limits())
    n = 0
    async def fill():
        nonlocal n
        while n < 40_000_000:
            w.write(b'z'*65536); n += 65536
            await w.drain()
    t = asyncio.create_task(fill())
    await asyncio.sleep(0.1)
    print('stuck', not t.done(), 100_000 < n < 39_000_000, w.transport.get_write_buffer_size() > 0)
    got = 0
    async def empty():
        nonlocal got
        while True:
            d = await r2.read(100000)
            if not d: break
            got += len(d)
    t2 = asyncio.create_task(empty())
    await t; w.write_eof(); await t2
    print(got == n, w.can_write_eof())
    try: w.write(b'x')
    except RuntimeError as e: print(e)
    try: w.writelines([b'x'])
    except RuntimeError as e: print(e)
    try: w.write('x')
    except TypeError as e: print(e)
    try: w.write(None)
    except TypeError as e: print(e)
    w.close(); w2.close()
    # two drains at once
    r, w, r2, w2 = await pair()
    w.write(b'z'*30_000_000)
    t1 = asyncio.create_task(w.drain()); t3 = asyncio.create_task(w.drain()); await asyncio.sleep(0.01)
    print(t1.done(), t3.done())
    w2.transport.abort()
    for t in (t1, t3):
        try: await t
        except ConnectionError as e: print(type(e).__name__)
    # async for, writelines
    r, w, r2, w2 = await pair()
    w.writelines([b'one\n', bytearray(b'two\n'), memoryview(b'three')])
    w.write_eof()
    async for line in r2: print(line)
    w.close(); w2.close()
    print(repr(w2)[:40])
    # get_extra_info
    r, w, r2, w2 = await pair()
    s = w.get_extra_info('socket')
    print(type(s).__name__, s.type, s.proto, s.getsockname() == w2.get_extra_info('peername'), w.get_extra_info('nope', 3), w.get_extra_info('sslcontext'))
    for a in ('recv', 'send', 'close'): print(a, hasattr(s, a))
    try: s.setblocking(True)
    except ValueError as e: print(e)
    w.close(); w2.close()
    # bytearray written and changed afterwards
    r, w, r2, w2 = await pair()
    b = bytearray(b'abc\n')
    w.write(b); b[0] = ord('Z'); print(await r2.readline())
    w.close(); w2.close()
    # reader with transports that raise
    rd = asyncio.StreamReader()
    rd.feed_data(b'line1\nline2'); rd.feed_eof()
    print(await rd.readline(), await rd.readline(), await rd.readline())
    try: rd.feed_data(b'x')
    except AssertionError as e: print('assert', e)
    try: asyncio.StreamReader(limit=0)
    except ValueError as e: print(e)
    rd = asyncio.StreamReader(limit=3)
    rd.set_exception(ValueError('boom'))
    for c in (rd.read(), rd.readline(), rd.readexactly(3), rd.readuntil()):
        try: await c
        except ValueError as e: print(e)
    class R(asyncio.StreamReader):
        async def readuntil(self, separator=b'\n'):
            print('mine', separator)
            return await super().readuntil(separator)
    rd = R(); rd.feed_data(b'a\nb'); rd.feed_eof()
    async for l in rd: print(l)
    print(await rd.readline())
asyncio.run(main())
