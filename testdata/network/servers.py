"""Servers: serving, closing, clients left over, and errors of arguments."""
import asyncio, socket
async def h(r, w):
    try:
        await r.read()
    except ConnectionError as e: print('handler', type(e).__name__)
    w.close()
async def main():
    loop = asyncio.get_running_loop()
    s = await asyncio.start_server(h, '127.0.0.1', 0, start_serving=False)
    print(s.is_serving(), len(s.sockets), s.sockets[0].type)
    await s.start_serving(); print(s.is_serving())
    port = s.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection('127.0.0.1', port)
    await asyncio.sleep(0.01)
    s.close(); print(s.is_serving(), s.sockets)
    t = asyncio.create_task(s.wait_closed())
    await asyncio.sleep(0.01); print('wait_closed done', t.done())
    s.close_clients()
    await t; print('closed')
    print(await r.read()); w.close()
    s = await asyncio.start_server(h, '127.0.0.1', 0)
    port = s.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection('127.0.0.1', port)
    await asyncio.sleep(0.01)
    s.close(); s.abort_clients()
    await s.wait_closed()
    try: print(await r.read())
    except ConnectionError as e: print(e)
    w.close()
    s = await asyncio.start_server(h, '127.0.0.1', 0)
    t = asyncio.create_task(s.serve_forever())
    await asyncio.sleep(0)
    try: await s.serve_forever()
    except RuntimeError as e: print(str(e)[:13], str(e)[-42:])
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled', s.is_serving())
    try: await s.serve_forever()
    except RuntimeError as e: print(str(e)[:13], str(e)[-10:])
    try: await s.start_serving()
    except Exception as e: print(type(e))
    else: print('start ok', s.is_serving())
    async with await asyncio.start_server(h, '127.0.0.1', 0) as s:
        print(s.is_serving(), s.get_loop() is loop)
    print(s.is_serving())
    # taken port
    s = await asyncio.start_server(h, '127.0.0.1', 0)
    port = s.sockets[0].getsockname()[1]
    try: await asyncio.start_server(h, '127.0.0.1', port)
    except OSError as e: print(type(e).__name__, e.errno, str(e).replace(str(port), 'PORT'))
    s.close()
    try: await asyncio.open_connection('127.0.0.1', port)
    except OSError as e: print(type(e).__name__, e.errno, str(e).replace(str(port), 'PORT'))
    for kw in (dict(ssl_handshake_timeout=1), dict(ssl=True), dict(host='127.0.0.1', port=0, sock=1), dict(), dict(ssl=3, host='127.0.0.1', port=0)):
        try: await loop.create_server(asyncio.Protocol, **kw)
        except Exception as e: print(kw, type(e).__name__, e)
    for kw in (dict(server_hostname='x', host='h'), dict(host='127.0.0.1', port=1, sock=1), dict(), dict(ssl_handshake_timeout=1)):
        try: await loop.create_connection(asyncio.Protocol, **kw)
        except Exception as e: print(kw, type(e).__name__, e)
    for h_ in ('127.0.0.1', ['127.0.0.1']):
        try:
            s = await asyncio.start_server(h, h_, 0)
            print(h_, [(int(x.family), x.getsockname()[0]) for x in s.sockets]); s.close()
        except OSError as e: print(h_, e)
    print(await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
    print(await loop.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST|socket.NI_NUMERICSERV))
asyncio.run(main())
