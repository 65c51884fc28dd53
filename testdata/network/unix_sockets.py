"""Unix sockets: paths, abstract names, clean-up, errors of arguments."""
import asyncio, os, tempfile, socket
async def echo(r, w):
    print('peer', repr(w.get_extra_info('peername')), 'sock', type(w.get_extra_info('sockname')))
    w.write(await r.readline()); await w.drain(); w.close()
async def main():
    d = tempfile.mkdtemp()
    path = d + '/s'
    s = await asyncio.start_unix_server(echo, path)
    r, w = await asyncio.open_unix_connection(path)
    w.write(b'hi\n'); print(await r.readline()); w.close(); await w.wait_closed()
    print(os.path.exists(path))
    s.close(); await s.wait_closed()
    print('after close', os.path.exists(path))
    s = await asyncio.start_unix_server(echo, path, cleanup_socket=False)
    s.close(); await s.wait_closed()
    print('no cleanup', os.path.exists(path))
    s = await asyncio.start_unix_server(echo, path)
    print('reused stale')
    s2 = None
    s.close(); await s.wait_closed()
    open(path, 'w').close()
    try:
        await asyncio.start_unix_server(echo, path)
    except OSError as e: print(type(e).__name__, e.errno, str(e).replace(d, 'D'))
    os.unlink(path)
    name = f'\0pyasync-test-{os.getpid()}'
    s = await asyncio.start_unix_server(echo, name)
    r, w = await asyncio.open_unix_connection(name)
    w.write(b'abs\n'); print(await r.readline()); w.close()
    s.close(); await s.wait_closed()
    try:
        await asyncio.open_unix_connection(d + '/none')
    except FileNotFoundError as e: print(e)
    loop = asyncio.get_running_loop()
    for kw in (dict(), dict(path=path, sock=1), dict(path=path, ssl_handshake_timeout=3), dict(path=path, server_hostname='x')):
        try: await loop.create_unix_connection(asyncio.Protocol, **kw)
        except ValueError as e: print(e)
    for kw in (dict(), dict(path=path, sock=1), dict(path=path, ssl=True)):
        try: await loop.create_unix_server(asyncio.Protocol, **kw)
        except (ValueError, TypeError) as e: print(e)
    sk = socket.socket()
    try: await loop.create_unix_connection(asyncio.Protocol, sock=sk)
    except ValueError as e: print(str(e)[:50])
    sk.close()
    import pathlib
    s = await asyncio.start_unix_server(echo, pathlib.Path(path))
    print(s.sockets[0].getsockname() == path)
    s.close()
    a, b = socket.socketpair()
    r, w = await asyncio.open_connection(sock=a)
    r2, w2 = await asyncio.open_unix_connection(sock=b)
    w.write(b'pair\n'); print(await r2.readline())
    w.close(); w2.close()
asyncio.run(main())
