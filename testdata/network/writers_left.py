"""A server's callback that does not close: the connection ends with the writer, unless somebody keeps it."""
import asyncio
kept = []


async def forgets(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()


def forgets_at_once(reader, writer):
    writer.write(b'bye\n')


async def keeps(reader, writer):
    kept.append(writer)


async def talk(callback):
    server = await asyncio.start_server(callback, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'hello\n')
    try:
        async with asyncio.timeout(2 if callback is not keeps else 0.3):
            print(callback.__name__, await reader.read())
    except TimeoutError:
        print(callback.__name__, 'stays open')
    for other in kept:
        other.write(b'still here\n')
        print(await reader.readline())
        other.close()
    writer.close()
    server.close()


async def main():
    for callback in (forgets, forgets_at_once, keeps):
        await talk(callback)


asyncio.run(main())
