"""Connections, servers, datagram endpoints, pipes and sendfile: the methods of BaseEventLoop that programs call once
per connection. Functions with a `self` at module level are those methods, loaded at first use.
"""
__name__ = 'asyncio.base_events'

import collections
import errno
import functools
import itertools
import os
import socket
import stat
import sys

from asyncio import constants, events, exceptions, futures, protocols, tasks, transports, trsock

_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5
_HAS_IPv6 = hasattr(socket, 'AF_INET6')
MAXIMUM_SELECT_TIMEOUT = 24 * 3600
_PIPE, _STDOUT = -1, -2  # of subprocess, which most network programs need not load


def _logger():
    from asyncio import base_events
    return base_events.logger


def _here():
    """The public module: tests replace its functions and modules."""
    from asyncio import base_events
    return base_events


def _format_handle(handle):
    owner = getattr(handle._callback, '__self__', None)
    return repr(owner) if isinstance(owner, tasks.Task) else str(handle)


def _format_pipe(fd):
    names = {_PIPE: '<pipe>', _STDOUT: '<stdout>'}
    return names.get(fd) or repr(fd)


def _set_reuseport(sock):
    if not hasattr(socket, 'SO_REUSEPORT'):
        raise ValueError('reuse_port not supported by socket module')
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError('reuse_port not supported by socket module, '
                         'SO_REUSEPORT defined but not implemented.')


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo() would return for a literal address, or None."""
    if not hasattr(socket, 'inet_pton'):
        return None
    if host is None or proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP):
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port is None or port == '' or port == b'':
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    families = [family]
    if family == socket.AF_UNSPEC:
        families = [socket.AF_INET, socket.AF_INET6] if _HAS_IPv6 else [socket.AF_INET]
    if isinstance(host, bytes):
        host = host.decode('idna')
    if '%' in host:
        # A scope id needs the resolver.
        return None
    for af in families:
        try:
            socket.inet_pton(af, host)
        except OSError:
            continue
        if _HAS_IPv6 and af == socket.AF_INET6:
            return af, type, proto, '', (host, port, flowinfo, scopeid)
        return af, type, proto, '', (host, port)
    return None


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """Take the families in turn, after a few of the first."""
    by_family = {}
    for info in addrinfos:
        by_family.setdefault(info[0], []).append(info)
    lists = list(by_family.values())
    head = []
    if first_address_family_count > 1:
        head = lists[0][:first_address_family_count - 1]
        del lists[0][:first_address_family_count - 1]
    rest = itertools.chain.from_iterable(itertools.zip_longest(*lists))
    return head + [info for info in rest if info is not None]


def _run_until_complete_cb(fut):
    if not fut.cancelled() and isinstance(fut.exception(), (SystemExit, KeyboardInterrupt)):
        return
    futures._get_loop(fut).stop()


def _set_nodelay(sock):
    if sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM \
            and sock.proto == socket.IPPROTO_TCP:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _ssl_module():
    """Module ssl: imported when TLS is wanted, not by every program with a connection."""
    if 'ssl' in globals():
        return ssl
    import ssl as module
    return module


def _check_ssl_socket(sock):
    # Without the module there can be no such socket.
    module = globals().get('ssl') or sys.modules.get('ssl')
    if module is not None and isinstance(sock, module.SSLSocket):
        raise TypeError('Socket cannot be of type SSLSocket')


class _SendfileFallbackProtocol(protocols.Protocol):
    """Stands in for the protocol while a file is sent through the transport."""

    def __init__(self, transp):
        if not isinstance(transp, transports._FlowControlMixin):
            raise TypeError('transport should be _FlowControlMixin instance')
        self._transport = transp
        self._proto = transp.get_protocol()
        self._should_resume_reading = transp.is_reading()
        self._should_resume_writing = transp._protocol_paused
        transp.pause_reading()
        transp.set_protocol(self)
        self._write_ready_fut = transp._loop.create_future() if self._should_resume_writing else None

    async def drain(self):
        if self._transport.is_closing():
            raise ConnectionError('Connection closed by peer')
        if self._write_ready_fut is not None:
            await self._write_ready_fut

    def connection_made(self, transport):
        raise RuntimeError('Invalid state: connection should have been established already.')

    def connection_lost(self, exc):
        if self._write_ready_fut is not None:
            # The future is what the sender waits for.
            self._write_ready_fut.set_exception(
                ConnectionError('Connection is closed by peer') if exc is None else exc)
        self._proto.connection_lost(exc)

    def pause_writing(self):
        if self._write_ready_fut is None:
            self._write_ready_fut = self._transport._loop.create_future()

    def resume_writing(self):
        if self._write_ready_fut is not None:
            self._write_ready_fut.set_result(False)
            self._write_ready_fut = None

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')

    async def restore(self):
        self._transport.set_protocol(self._proto)
        if self._should_resume_reading:
            self._transport.resume_reading()
        if self._write_ready_fut is not None:
            self._write_ready_fut.cancel()
        if self._should_resume_writing:
            self._proto.resume_writing()


class Server(events.AbstractServer):
    """What create_server() returns."""

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout,
                 ssl_shutdown_timeout=None):
        self._loop = loop
        self._sockets = sockets
        self._clients = {}  # an ordered set of transports
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._ssl_context = ssl_context
        self._ssl_handshake_timeout = ssl_handshake_timeout
        self._ssl_shutdown_timeout = ssl_shutdown_timeout
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{self.__class__.__name__} sockets={self.sockets!r}>'

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients[transport] = None

    def _detach(self, transport):
        self._clients.pop(transport, None)
        if not self._clients and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._start_serving(self._protocol_factory, sock, self._ssl_context, self, self._backlog,
                                      self._ssl_handshake_timeout, self._ssl_shutdown_timeout)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return tuple(trsock.TransportSocket(s) for s in self._sockets or ())

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        forever = self._serving_forever_fut
        if forever is not None and not forever.done():
            forever.cancel()
            self._serving_forever_fut = None
        if not self._clients:
            self._wakeup()

    def close_clients(self):
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        for transport in list(self._clients):
            transport.abort()

    async def start_serving(self):
        self._start_serving()
        # Let the loop begin to watch the sockets.
        await tasks.sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        """Wait until the server is closed and all its connections are gone."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


# -- names -----------------------------------------------------------------------------------


def _getaddrinfo_debug(self, host, port, family, type, proto, flags):
    parts = [f'{host}:{port!r}']
    for label, value in (('family', family), ('type', type), ('proto', proto), ('flags', flags)):
        if value:
            parts.append(f'{label}={value!r}')
    what = ', '.join(parts)
    _logger().debug('Get address info %s', what)
    started = self.time()
    addrinfo = socket.getaddrinfo(host, port, family, type, proto, flags)
    took = self.time() - started
    text = f'Getting address info {what} took {took * 1e3:.3f}ms: {addrinfo!r}'
    if took >= self.slow_callback_duration:
        _logger().info(text)
    else:
        _logger().debug(text)
    return addrinfo


async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
    """socket.getaddrinfo() in a thread."""
    func = self._getaddrinfo_debug if self._debug else socket.getaddrinfo
    return await self.run_in_executor(None, func, host, port, family, type, proto, flags)


async def getnameinfo(self, sockaddr, flags=0):
    """socket.getnameinfo() in a thread."""
    return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


async def _ensure_resolved(self, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0, loop):
    host, port = address[:2]
    info = _here()._ipaddr_info(host, port, family, type, proto, *address[2:])
    if info is not None:
        return [info]
    return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)


async def _create_server_getaddrinfo(self, host, port, family, flags):
    infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags, loop=self)
    if not infos:
        raise OSError(f'getaddrinfo({host!r}) returned empty list')
    return infos


# -- connecting --------------------------------------------------------------------------------


async def _connect_sock(self, exceptions, addr_info, local_addr_infos=None):
    """Make and connect a socket; what goes wrong is noted in exceptions."""
    failures = []
    exceptions.append(failures)
    family, type_, proto, _, address = addr_info
    sock = None
    try:
        try:
            sock = socket.socket(family=family, type=type_, proto=proto)
            sock.setblocking(False)
            if local_addr_infos is not None:
                _bind_local(sock, family, local_addr_infos, failures)
            await self.sock_connect(sock, address)
            return sock
        except OSError as exc:
            failures.append(exc)
            raise
    except:
        if sock is not None:
            sock.close()
        raise
    finally:
        exceptions = failures = None


def _bind_local(sock, family, infos, failures):
    for lfamily, _, _, _, laddr in infos:
        if lfamily != family:
            continue
        try:
            sock.bind(laddr)
            return
        except OSError as exc:
            text = f'error while attempting to bind on address {laddr!r}: {str(exc).lower()}'
            failures.append(OSError(exc.errno, text))
    if failures:
        raise failures.pop()
    raise OSError(f'no matching local address with {family=} found')


def _check_ssl_timeouts(ssl, handshake, shutdown):
    if handshake is not None and not ssl:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if shutdown is not None and not ssl:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')


async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False):
    """Connect to a TCP server; returns (transport, protocol)."""
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if server_hostname is None and ssl:
        if not host:
            raise ValueError('You must set server_hostname when using ssl without a host')
        server_hostname = host
    _check_ssl_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if sock is not None:
        _check_ssl_socket(sock)
    if happy_eyeballs_delay is not None and interleave is None:
        interleave = 1
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        sock = await _connect_any(self, (host, port), family, proto, flags, local_addr, interleave,
                                  happy_eyeballs_delay, all_errors)
    elif sock is None:
        raise ValueError('host and port was not specified and no sock specified')
    elif sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    transport, protocol = await self._create_connection_transport(
        sock, protocol_factory, ssl, server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
        ssl_shutdown_timeout=ssl_shutdown_timeout)
    if self._debug:
        sock = transport.get_extra_info('socket')
        _logger().debug('%r connected to %s:%r: (%r, %r)', sock, host, port, transport, protocol)
    return transport, protocol


async def _connect_any(self, address, family, proto, flags, local_addr, interleave, delay, all_errors):
    """Try the addresses of a host until one connects."""
    async def resolve(where):
        found = await self._ensure_resolved(where, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags,
                                            loop=self)
        if not found:
            raise OSError('getaddrinfo() returned empty list')
        return found

    infos = await resolve(address)
    local_infos = None if local_addr is None else await resolve(local_addr)
    if interleave:
        infos = _interleave_addrinfos(infos, interleave)
    failures = []
    sock = None
    if delay is None:
        for info in infos:
            try:
                sock = await self._connect_sock(failures, info, local_infos)
                break
            except OSError:
                continue
    else:
        from asyncio import staggered
        attempts = (functools.partial(self._connect_sock, failures, info, local_infos) for info in infos)
        sock, _, _ = await staggered.staggered_race(attempts, delay, loop=self)
    if sock is not None:
        return sock
    errors = [exc for sub in failures for exc in sub]
    try:
        if all_errors:
            raise ExceptionGroup('create_connection failed', errors)
        text = str(errors[0])
        if all(str(exc) == text for exc in errors):
            raise errors[0]
        raise OSError('Multiple exceptions: {}'.format(', '.join(str(exc) for exc in errors)))
    finally:
        errors = failures = None


async def _create_connection_transport(self, sock, protocol_factory, ssl, server_hostname, server_side=False,
                                       ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = self.create_future()
    if ssl:
        context = None if isinstance(ssl, bool) else ssl
        transport = self._make_ssl_transport(
            sock, protocol, context, waiter, server_side=server_side, server_hostname=server_hostname,
            ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
    else:
        transport = self._make_socket_transport(sock, protocol, waiter)
    await _made(transport, waiter)
    return transport, protocol


async def _made(transport, waiter):
    try:
        await waiter
    except:
        transport.close()
        raise


async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    """Make a transport for a connection that was accepted outside of asyncio."""
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    _check_ssl_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    _check_ssl_socket(sock)
    transport, protocol = await self._create_connection_transport(
        sock, protocol_factory, ssl, '', server_side=True, ssl_handshake_timeout=ssl_handshake_timeout,
        ssl_shutdown_timeout=ssl_shutdown_timeout)
    if self._debug:
        _logger().debug('%r handled: (%r, %r)', transport.get_extra_info('socket'), transport, protocol)
    return transport, protocol


async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                    ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Upgrade a transport to TLS; returns the transport to use from now on."""
    ssl = _ssl_module()
    if ssl is None:
        raise RuntimeError('Python ssl module is not available')
    if not isinstance(sslcontext, ssl.SSLContext):
        raise TypeError(f'sslcontext is expected to be an instance of ssl.SSLContext, got {sslcontext!r}')
    if not getattr(transport, '_start_tls_compatible', False):
        raise TypeError(f'transport {transport!r} is not supported by start_tls()')
    from asyncio import sslproto
    waiter = self.create_future()
    ssl_protocol = sslproto.SSLProtocol(
        self, protocol, sslcontext, waiter, server_side, server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
        ssl_shutdown_timeout=ssl_shutdown_timeout, call_connection_made=False)
    # Nothing may be read before the handshake owns the transport.
    transport.pause_reading()
    transport.set_protocol(ssl_protocol)
    made = self.call_soon(ssl_protocol.connection_made, transport)
    resume = self.call_soon(transport.resume_reading)
    try:
        await waiter
    except BaseException:
        transport.close()
        made.cancel()
        resume.cancel()
        raise
    return ssl_protocol._app_transport


# -- serving --------------------------------------------------------------------------------------


async def create_server(self, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                        flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                        reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                        start_serving=True):
    """Listen on TCP addresses; returns a Server."""
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    if ssl_handshake_timeout is not None and ssl is None:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None and ssl is None:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
    if sock is not None:
        _check_ssl_socket(sock)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        if reuse_address is None:
            reuse_address = os.name == 'posix' and sys.platform != 'cygwin'
        if host == '':
            hosts = [None]
        elif isinstance(host, str) or getattr(type(host), '__iter__', None) is None:
            hosts = [host]
        else:
            hosts = host
        found = await tasks.gather(*[
            self._create_server_getaddrinfo(h, port, family=family, flags=flags) for h in hosts])
        infos = list(dict.fromkeys(itertools.chain.from_iterable(found)))
        sockets = _bind_all(self, infos, reuse_address, reuse_port, keep_alive)
    else:
        if sock is None:
            raise ValueError('Neither host/port nor sock were specified')
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        sockets = [sock]
    for sock in sockets:
        sock.setblocking(False)
    server = Server(self, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
    if start_serving:
        server._start_serving()
        await tasks.sleep(0)
    if self._debug:
        _logger().info('%r is serving', server)
    return server


def _bind_all(self, infos, reuse_address, reuse_port, keep_alive):
    sockets = []
    completed = False
    try:
        for af, socktype, proto, _, address in infos:
            try:
                sock = socket.socket(af, socktype, proto)
            except OSError:
                # The machine may lack the family.
                if self._debug:
                    _logger().warning('create_server() failed to create socket.socket(%r, %r, %r)',
                                      af, socktype, proto, exc_info=True)
                continue
            sockets.append(sock)
            if reuse_address:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
            if reuse_port:
                _here()._set_reuseport(sock)
            if keep_alive:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
            if _HAS_IPv6 and af == socket.AF_INET6 and hasattr(socket, 'IPPROTO_IPV6'):
                # Or the IPv4 socket of the same port could not be bound.
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
            try:
                sock.bind(address)
            except OSError as err:
                text = 'error while attempting to bind on address %r: %s' % (address, str(err).lower())
                if err.errno != errno.EADDRNOTAVAIL:
                    raise OSError(err.errno, text) from None
                sockets.pop()
                sock.close()
                if self._debug:
                    _logger().warning(text)
        if not sockets:
            raise OSError('could not bind on any address out of %r' % ([info[4] for info in infos],))
        completed = True
    finally:
        if not completed:
            for sock in sockets:
                sock.close()
    return sockets


# -- datagrams ----------------------------------------------------------------------------------------


async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    """Make a UDP (or Unix datagram) endpoint; returns (transport, protocol)."""
    if sock is not None:
        if sock.type == socket.SOCK_STREAM:
            raise ValueError(f'A datagram socket was expected, got {sock!r}')
        if local_addr or remote_addr or family or proto or flags or reuse_port or allow_broadcast:
            given = dict(local_addr=local_addr, remote_addr=remote_addr, family=family, proto=proto, flags=flags,
                         reuse_port=reuse_port, allow_broadcast=allow_broadcast)
            problems = ', '.join(f'{k}={v}' for k, v in given.items() if v)
            raise ValueError('socket modifier keyword arguments can not be used '
                             f'when sock is specified. ({problems})')
        sock.setblocking(False)
        peer = None
    else:
        pairs = await _datagram_addresses(self, local_addr, remote_addr, family, proto, flags)
        failures = []
        for (af, pro), (local, remote) in pairs:
            sock = peer = None
            try:
                sock = socket.socket(family=af, type=socket.SOCK_DGRAM, proto=pro)
                if reuse_port:
                    _here()._set_reuseport(sock)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                if local_addr:
                    sock.bind(local)
                if remote_addr:
                    if not allow_broadcast:
                        await self.sock_connect(sock, remote)
                    peer = remote
            except OSError as exc:
                if sock is not None:
                    sock.close()
                failures.append(exc)
            except:
                if sock is not None:
                    sock.close()
                raise
            else:
                break
        else:
            raise failures[0]
    protocol = protocol_factory()
    waiter = self.create_future()
    transport = self._make_datagram_transport(sock, protocol, peer, waiter)
    if self._debug:
        if local_addr:
            _logger().info('Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)',
                           local_addr, remote_addr, transport, protocol)
        else:
            _logger().debug('Datagram endpoint remote_addr=%r created: (%r, %r)', remote_addr, transport, protocol)
    await _made(transport, waiter)
    return transport, protocol


async def _datagram_addresses(self, local_addr, remote_addr, family, proto, flags):
    """List ((family, proto), (local, remote)) to try."""
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError('unexpected address family')
        return [((family, proto), (None, None))]
    if hasattr(socket, 'AF_UNIX') and family == socket.AF_UNIX:
        for addr in (local_addr, remote_addr):
            if addr is not None and not isinstance(addr, str):
                raise TypeError('string is expected')
        if local_addr and local_addr[0] not in (0, '\x00'):
            try:
                if stat.S_ISSOCK(os.stat(local_addr).st_mode):
                    os.remove(local_addr)
            except FileNotFoundError:
                pass
            except OSError as err:
                _logger().error('Unable to check or remove stale UNIX socket %r: %r', local_addr, err)
        return [((family, proto), (local_addr, remote_addr))]
    found = {}
    for place, addr in enumerate((local_addr, remote_addr)):
        if addr is None:
            continue
        if not (isinstance(addr, tuple) and len(addr) == 2):
            raise TypeError('2-tuple is expected')
        infos = await self._ensure_resolved(addr, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags,
                                            loop=self)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        for af, _, pro, _, address in infos:
            found.setdefault((af, pro), [None, None])[place] = address
    pairs = [(key, pair) for key, pair in found.items()
             if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)]
    if not pairs:
        raise ValueError('can not get address information')
    return pairs


# -- pipes and children -----------------------------------------------------------------------------------


async def connect_read_pipe(self, protocol_factory, pipe):
    """Read from a pipe-like file object; returns (transport, protocol)."""
    protocol = protocol_factory()
    waiter = self.create_future()
    transport = self._make_read_pipe_transport(pipe, protocol, waiter)
    await _made(transport, waiter)
    if self._debug:
        _logger().debug('Read pipe %r connected: (%r, %r)', pipe.fileno(), transport, protocol)
    return transport, protocol


async def connect_write_pipe(self, protocol_factory, pipe):
    """Write to a pipe-like file object; returns (transport, protocol)."""
    protocol = protocol_factory()
    waiter = self.create_future()
    transport = self._make_write_pipe_transport(pipe, protocol, waiter)
    await _made(transport, waiter)
    if self._debug:
        _logger().debug('Write pipe %r connected: (%r, %r)', pipe.fileno(), transport, protocol)
    return transport, protocol


def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
    raise NotImplementedError


def _make_ssl_transport(self, rawsock, protocol, sslcontext, waiter=None, *, server_side=False, server_hostname=None,
                        extra=None, server=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                        call_connection_made=True):
    raise NotImplementedError


def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
    raise NotImplementedError


def _make_read_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
    raise NotImplementedError


def _make_write_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
    raise NotImplementedError


async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None,
                                     **kwargs):
    raise NotImplementedError


def _log_subprocess(self, msg, stdin, stdout, stderr):
    info = [msg]
    if stdin is not None:
        info.append(f'stdin={_format_pipe(stdin)}')
    if stdout is not None and stderr == _STDOUT:
        info.append(f'stdout=stderr={_format_pipe(stdout)}')
    else:
        if stdout is not None:
            info.append(f'stdout={_format_pipe(stdout)}')
        if stderr is not None:
            info.append(f'stderr={_format_pipe(stderr)}')
    _logger().debug(' '.join(info))


def _check_text_options(universal_newlines, bufsize, encoding, errors, text, shell_error):
    if universal_newlines:
        raise ValueError('universal_newlines must be False')
    if shell_error:
        raise ValueError(shell_error)
    if bufsize != 0:
        raise ValueError('bufsize must be 0')
    if text:
        raise ValueError('text must be False')
    if encoding is not None:
        raise ValueError('encoding must be None')
    if errors is not None:
        raise ValueError('errors must be None')


async def _start_child(self, protocol_factory, args, shell, what, stdin, stdout, stderr, bufsize, kwargs):
    protocol = protocol_factory()
    if self._debug:
        # The arguments are not logged: they may be secret.
        self._log_subprocess(what, stdin, stdout, stderr)
    transport = await self._make_subprocess_transport(protocol, args, shell, stdin, stdout, stderr, bufsize, **kwargs)
    if self._debug:
        _logger().info('%s: %r', what, transport)
    return transport, protocol


async def subprocess_shell(self, protocol_factory, cmd, *, stdin=_PIPE, stdout=_PIPE,
                           stderr=_PIPE, universal_newlines=False, shell=True, bufsize=0, encoding=None,
                           errors=None, text=None, **kwargs):
    """Run a shell command; returns (transport, protocol)."""
    if not isinstance(cmd, (bytes, str)):
        raise ValueError('cmd must be a string')
    _check_text_options(universal_newlines, bufsize, encoding, errors, text, None if shell else 'shell must be True')
    return await _start_child(self, protocol_factory, cmd, True, 'run shell command %r' % cmd, stdin, stdout, stderr,
                              bufsize, kwargs)


async def subprocess_exec(self, protocol_factory, program, *args, stdin=_PIPE, stdout=_PIPE,
                          stderr=_PIPE, universal_newlines=False, shell=False, bufsize=0, encoding=None,
                          errors=None, text=None, **kwargs):
    """Run a program; returns (transport, protocol)."""
    _check_text_options(universal_newlines, bufsize, encoding, errors, text, 'shell must be False' if shell else None)
    return await _start_child(self, protocol_factory, (program,) + args, False, f'execute program {program!r}', stdin,
                              stdout, stderr, bufsize, kwargs)


# -- files ----------------------------------------------------------------------------------------------------


def _check_sendfile_params(self, sock, file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if not sock.type == socket.SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    if count is not None:
        if not isinstance(count, int):
            raise TypeError('count must be a positive integer (got {!r})'.format(count))
        if count <= 0:
            raise ValueError('count must be a positive integer (got {!r})'.format(count))
    if not isinstance(offset, int):
        raise TypeError('offset must be a non-negative integer (got {!r})'.format(offset))
    if offset < 0:
        raise ValueError('offset must be a non-negative integer (got {!r})'.format(offset))


async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
    """Send a file through a socket; returns the number of bytes."""
    if self._debug and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')
    _check_ssl_socket(sock)
    self._check_sendfile_params(sock, file, offset, count)
    try:
        return await self._sock_sendfile_native(sock, file, offset, count)
    except exceptions.SendfileNotAvailableError:
        if not fallback:
            raise
    return await self._sock_sendfile_fallback(sock, file, offset, count)


async def _sock_sendfile_native(self, sock, file, offset, count):
    raise exceptions.SendfileNotAvailableError(
        f'syscall sendfile is not available for socket {sock!r} and file {file!r} combination')


async def _copy_file(self, file, offset, count, blocksize, send):
    """Read blocks in a thread and hand them to send(); returns how much was sent."""
    if offset:
        file.seek(offset)
    blocksize = min(count, blocksize) if count else blocksize
    buf = bytearray(blocksize)
    total = 0
    try:
        while True:
            if count:
                blocksize = min(count - total, blocksize)
                if blocksize <= 0:
                    break
            view = memoryview(buf)[:blocksize]
            size = await self.run_in_executor(None, file.readinto, view)
            if not size:
                break
            await send(view[:size])
            total += size
        return total
    finally:
        if total > 0 and hasattr(file, 'seek'):
            file.seek(offset + total)


async def _sock_sendfile_fallback(self, sock, file, offset, count):
    return await _copy_file(self, file, offset, count, constants.SENDFILE_FALLBACK_READBUFFER_SIZE,
                            lambda block: self.sock_sendall(sock, block))


async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
    """Send a file through a transport; returns the number of bytes."""
    if transport.is_closing():
        raise RuntimeError('Transport is closing')
    mode = getattr(transport, '_sendfile_compatible', constants._SendfileMode.UNSUPPORTED)
    if mode is constants._SendfileMode.UNSUPPORTED:
        raise RuntimeError(f'sendfile is not supported for transport {transport!r}')
    if mode is constants._SendfileMode.TRY_NATIVE:
        try:
            return await self._sendfile_native(transport, file, offset, count)
        except exceptions.SendfileNotAvailableError:
            if not fallback:
                raise
    if not fallback:
        raise RuntimeError('fallback is disabled and native sendfile is not '
                           f'supported for transport {transport!r}')
    return await self._sendfile_fallback(transport, file, offset, count)


async def _sendfile_native(self, transp, file, offset, count):
    raise exceptions.SendfileNotAvailableError('sendfile syscall is not supported')


async def _sendfile_fallback(self, transp, file, offset, count):
    proto = _SendfileFallbackProtocol(transp)

    async def send(block):
        await proto.drain()
        transp.write(bytes(block))

    try:
        return await _copy_file(self, file, offset, count, 16384, send)
    finally:
        await proto.restore()
