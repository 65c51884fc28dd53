"""Pipes, errors in callbacks and factories, timeouts, local addresses, abstract classes."""
import asyncio, os, socket, sys, logging
async def main():
    loop = asyncio.get_running_loop()
    # pipes
    r, w = os.pipe()
    reader = asyncio.StreamReader()
    tr, pr = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, 'rb', 0))
    tw, pw = await loop.connect_write_pipe(lambda: asyncio.streams.FlowControlMixin(), os.fdopen(w, 'wb', 0))
    writer = asyncio.StreamWriter(tw, pw, None, loop)
    writer.write(b'through a pipe\n'); await writer.drain()
    print(await reader.readline())
    print(repr(tr).split('fd')[0], repr(tr).split()[-1], repr(tw).split('fd')[0], tw.get_write_buffer_size())
    writer.write_eof(); print(await reader.read(), tr.is_closing(), tw.is_closing())
    await asyncio.sleep(0)
    print(repr(tr).split('fd')[0], repr(tw).split('fd')[0])
    # broken pipe
    r, w = os.pipe()
    tw, pw = await loop.connect_write_pipe(asyncio.Protocol, os.fdopen(w, 'wb', 0))
    os.close(r); await asyncio.sleep(0.05)
    print('closing', tw.is_closing())
    for _ in range(7): tw.write(b'x')
    for bad in (None, 'x'):
        try: tw.write(bad)
        except (TypeError, AssertionError) as e: print(type(e).__name__, e)
    # regular file refused
    import tempfile
    with tempfile.TemporaryFile() as f:
        try: await loop.connect_read_pipe(asyncio.Protocol, f)
        except ValueError as e: print(e)
        try: await loop.connect_write_pipe(asyncio.Protocol, f)
        except ValueError as e: print(e)
    # errors in callbacks
    seen = []
    loop.set_exception_handler(lambda l, c: seen.append((c['message'].split(' at ')[0].split('(')[0], repr(c.get('exception')), sorted(c))))
    async def bad_cb(r, w): raise ZeroDivisionError('async cb')
    s = await asyncio.start_server(bad_cb, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname()); print(await r.read()); w.close(); s.close(); print(seen); seen.clear()
    def bad_sync(r, w): raise ZeroDivisionError('sync cb')
    s = await asyncio.start_server(bad_sync, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname()); await asyncio.sleep(0.01); print(seen); seen.clear(); w.close(); s.close(); s.close_clients()
    async def waits(r, w):
        try: await asyncio.sleep(100)
        finally: print('handler ends'); w.close()
    s = await asyncio.start_server(waits, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname()); await asyncio.sleep(0.01)
    for t in asyncio.all_tasks():
        if t is not asyncio.current_task():
            print(t.get_coro().__qualname__, 'cb=[StreamReaderProtocol.connection_made.<locals>.callback() at' in repr(t))
            t.cancel()
    print(await r.read()); w.close(); s.close()
    def bad_factory(): raise ZeroDivisionError('factory')
    s = await loop.create_server(bad_factory, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname()); await asyncio.sleep(0.01); print(seen); w.close(); s.close()
    try: await loop.create_connection(bad_factory, *(await asyncio.start_server(waits, '127.0.0.1', 0)).sockets[0].getsockname())
    except ZeroDivisionError as e: print(e)
    # timeout on a read, then go on
    kept = []
    s = await asyncio.start_server(lambda r, w: (w.write(b'later\n'), kept.append(w))[1], '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname())
    print(await r.readline())
    try:
        async with asyncio.timeout(0.02): await r.readline()
    except TimeoutError: print('timed out')
    try: await asyncio.wait_for(r.read(1), 0.02)
    except TimeoutError: print('timed out')
    print(r._waiter)
    w.close(); s.close(); kept[0].close()
    # local_addr, interleave, happy eyeballs
    s = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', 0)
    a = s.sockets[0].getsockname()
    r, w = await asyncio.open_connection(*a, local_addr=('127.0.0.1', 0)); print(await r.read()); w.close()
    r, w = await asyncio.open_connection(*a, happy_eyeballs_delay=0.1); print(await r.read()); w.close()
    r, w = await asyncio.open_connection(*a, happy_eyeballs_delay=0.1, interleave=2); print(await r.read()); w.close()
    try: await asyncio.open_connection(*a, local_addr=('1.2.3.4', 0))
    except OSError as e: print(e)
    print(asyncio.base_events._interleave_addrinfos([(1,'a'),(1,'b'),(2,'c'),(2,'d'),(1,'e')]) , asyncio.base_events._interleave_addrinfos([(1,'a'),(1,'b'),(2,'c'),(2,'d'),(1,'e')], 2))
    s.close()
    t = asyncio.Transport({'a': 1}); print(t.get_extra_info('a'), t.get_extra_info('b', 2), asyncio.Transport.__mro__)
    # executor, stdin
    print(isinstance(asyncio.StreamReaderProtocol(asyncio.StreamReader()), asyncio.Protocol), issubclass(asyncio.SubprocessProtocol, asyncio.BaseProtocol))
    class MyT(asyncio.Transport):
        def write(self, d): print('write', d)
    MyT().writelines([b'a', b'b'])
    class MyP(asyncio.Protocol): __slots__ = ('x',)
    try: MyP().y = 1
    except AttributeError as e: print(str(e)[:40])
asyncio.run(main())
