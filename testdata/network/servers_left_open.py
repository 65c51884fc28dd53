"""Programs that end while a server and its connections are open."""
import asyncio
# a program ends with connections and a server open
async def h(r, w):
    try:
        while True:
            line = await r.readline()
            if not line: break
            w.write(line); await w.drain()
        w.close()
    except asyncio.CancelledError:
        print('handler cancelled'); raise
async def main():
    s = await asyncio.start_server(h, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname())
    w.write(b'one\n'); print(await r.readline())
    print('end')
asyncio.run(main())
print('after')
async def main2():
    s = await asyncio.start_server(h, '127.0.0.1', 0)
    async with s:
        t = asyncio.create_task(s.serve_forever())
        r, w = await asyncio.open_connection(*s.sockets[0].getsockname())
        w.write(b'two\n'); print(await r.readline())
        w.close(); await w.wait_closed()
        t.cancel()
        try: await t
        except asyncio.CancelledError: print('forever cancelled')
    print('out')
asyncio.run(main2())
