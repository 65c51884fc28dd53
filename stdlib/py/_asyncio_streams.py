"""asyncio streams: making connections and servers. The streams themselves are in Go."""
__name__ = 'asyncio.streams'

from asyncio import events
from asyncio.streams import StreamReader, StreamReaderProtocol, StreamWriter, _DEFAULT_LIMIT


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect; returns (reader, writer). Keywords go to loop.create_connection()."""
    loop = events.get_running_loop()
    return await _open(loop.create_connection, (host, port), limit, kwds, loop)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect to a Unix socket; returns (reader, writer)."""
    loop = events.get_running_loop()
    return await _open(loop.create_unix_connection, (path,), limit, kwds, loop)


async def _open(connect, where, limit, kwds, loop):
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await connect(lambda: protocol, *where, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


def _server_factory(client_connected_cb, limit, loop):
    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)
    return factory


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Serve; client_connected_cb(reader, writer) is called for each client, and run as a task if it is a coroutine."""
    loop = events.get_running_loop()
    return await loop.create_server(_server_factory(client_connected_cb, limit, loop), host, port, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """start_server on a Unix socket."""
    loop = events.get_running_loop()
    return await loop.create_unix_server(_server_factory(client_connected_cb, limit, loop), path, **kwds)


async def _start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Make the connection a TLS one."""
    protocol = self._protocol
    server_side = protocol._client_connected_cb is not None
    await self.drain()
    transport = await self._loop.start_tls(
        self._transport, protocol, sslcontext, server_side=server_side, server_hostname=server_hostname,
        ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
    self._transport = transport
    protocol._replace_transport(transport)
