"""Sockets on the event loop: sock_* methods, accepting, and the transports for TCP and UDP.

The functions with a `self` at module level are methods of BaseSelectorEventLoop, loaded at first use.
"""
__name__ = 'asyncio.selector_events'

import collections
import errno
import functools
import os
import socket
import sys
import warnings

from asyncio import base_events, constants, events, futures, protocols, transports, trsock


_HAS_SENDMSG = hasattr(socket.socket, 'sendmsg')
SC_IOV_MAX = 1024

_leave = (SystemExit, KeyboardInterrupt)
_again = (BlockingIOError, InterruptedError)


def _logger():
    return sys.modules[__name__].logger if 'asyncio.selector_events' in sys.modules else base_events.logger


def _test_selector_event(selector, fd, event):
    try:
        key = selector.get_key(fd)
    except KeyError:
        return False
    return bool(key.events & event)


# -- making transports -----------------------------------------------------------------


def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
    self._ensure_fd_no_transport(sock)
    return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)


def _make_ssl_transport(self, rawsock, protocol, sslcontext, waiter=None, *, server_side=False,
                        server_hostname=None, extra=None, server=None,
                        ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT,
                        ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
    from asyncio import sslproto
    self._ensure_fd_no_transport(rawsock)
    if sslproto.ssl is None:
        raise RuntimeError('stdlib ssl module not available')
    ssl_protocol = sslproto.SSLProtocol(
        self, protocol, sslcontext, waiter, server_side, server_hostname,
        ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
    _SelectorSocketTransport(self, rawsock, ssl_protocol, extra=extra, server=server)
    return ssl_protocol._app_transport


def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
    self._ensure_fd_no_transport(sock)
    return _SelectorDatagramTransport(self, sock, protocol, address, waiter, extra)


# -- accepting ---------------------------------------------------------------------------


def _start_serving(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                   ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT,
                   ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
    self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, sslcontext, server, backlog,
                     ssl_handshake_timeout, ssl_shutdown_timeout)


def _accept_connection(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                       ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT,
                       ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
    # Several clients may be waiting; take as many as the backlog holds.
    for _ in range(backlog):
        try:
            conn, addr = sock.accept()
            if self._debug:
                _logger().debug('%r got a new connection from %r: %r', server, addr, conn)
            conn.setblocking(False)
        except (*_again, ConnectionAbortedError):
            return
        except OSError as exc:
            if exc.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                raise
            # Out of some resource: rest for a while instead of failing again at once.
            self.call_exception_handler({
                'message': 'socket.accept() out of system resource',
                'exception': exc,
                'socket': trsock.TransportSocket(sock),
            })
            self._remove_reader(sock.fileno())
            self.call_later(constants.ACCEPT_RETRY_DELAY, self._start_serving, protocol_factory, sock, sslcontext,
                            server, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
        else:
            self.create_task(self._accept_connection2(
                protocol_factory, conn, {'peername': addr}, sslcontext, server,
                ssl_handshake_timeout, ssl_shutdown_timeout))


async def _accept_connection2(self, protocol_factory, conn, extra, sslcontext=None, server=None,
                              ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT,
                              ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
    protocol = transport = None
    try:
        protocol = protocol_factory()
        waiter = self.create_future()
        if sslcontext:
            transport = self._make_ssl_transport(
                conn, protocol, sslcontext, waiter=waiter, server_side=True, extra=extra, server=server,
                ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        else:
            transport = self._make_socket_transport(conn, protocol, waiter=waiter, extra=extra, server=server)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
    except _leave:
        raise
    except BaseException as exc:
        if self._debug:
            context = {'message': 'Error on transport creation for incoming connection', 'exception': exc}
            if protocol is not None:
                context['protocol'] = protocol
            if transport is not None:
                context['transport'] = transport
            self.call_exception_handler(context)


def _stop_serving(self, sock):
    self._remove_reader(sock.fileno())
    sock.close()


# -- sock_* --------------------------------------------------------------------------------


def _check_sock(self, sock):
    base_events._check_ssl_socket(sock)
    if self._debug and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


def _sock_read_done(self, fd, fut, handle=None):
    if handle is None or not handle.cancelled():
        self.remove_reader(fd)


def _sock_write_done(self, fd, fut, handle=None):
    if handle is None or not handle.cancelled():
        self.remove_writer(fd)


def _attempt(fut, operation, *args):
    """Try an operation for a future; when it would block, the next readiness tries again."""
    if fut.done():
        return
    try:
        result = operation(*args)
    except _again:
        return
    except _leave:
        raise
    except BaseException as exc:
        fut.set_exception(exc)
    else:
        fut.set_result(result)


def _when_readable(self, sock, callback, fut, *args):
    fd = sock.fileno()
    self._ensure_fd_no_transport(fd)
    handle = self._add_reader(fd, callback, fut, *args)
    fut.add_done_callback(functools.partial(self._sock_read_done, fd, handle=handle))
    return fut


def _when_writable(self, sock, callback, fut, *args):
    fd = sock.fileno()
    self._ensure_fd_no_transport(fd)
    handle = self._add_writer(fd, callback, fut, *args)
    fut.add_done_callback(functools.partial(self._sock_write_done, fd, handle=handle))
    return fut


async def sock_recv(self, sock, n):
    """Receive up to n bytes."""
    _check_sock(self, sock)
    try:
        return sock.recv(n)
    except _again:
        pass
    return await _when_readable(self, sock, self._sock_recv, self.create_future(), sock, n)


def _sock_recv(self, fut, sock, n):
    _attempt(fut, sock.recv, n)


async def sock_recv_into(self, sock, buf):
    """Receive into a buffer; the result is the number of bytes."""
    _check_sock(self, sock)
    try:
        return sock.recv_into(buf)
    except _again:
        pass
    return await _when_readable(self, sock, self._sock_recv_into, self.create_future(), sock, buf)


def _sock_recv_into(self, fut, sock, buf):
    _attempt(fut, sock.recv_into, buf)


async def sock_recvfrom(self, sock, bufsize):
    """Receive a datagram: (data, address)."""
    _check_sock(self, sock)
    try:
        return sock.recvfrom(bufsize)
    except _again:
        pass
    return await _when_readable(self, sock, self._sock_recvfrom, self.create_future(), sock, bufsize)


def _sock_recvfrom(self, fut, sock, bufsize):
    _attempt(fut, sock.recvfrom, bufsize)


async def sock_recvfrom_into(self, sock, buf, nbytes=0):
    """Receive a datagram into a buffer: (number of bytes, address)."""
    _check_sock(self, sock)
    if not nbytes:
        nbytes = len(buf)
    try:
        return sock.recvfrom_into(buf, nbytes)
    except _again:
        pass
    return await _when_readable(self, sock, self._sock_recvfrom_into, self.create_future(), sock, buf, nbytes)


def _sock_recvfrom_into(self, fut, sock, buf, bufsize):
    _attempt(fut, sock.recvfrom_into, buf, bufsize)


async def sock_sendall(self, sock, data):
    """Send all of the data."""
    _check_sock(self, sock)
    try:
        sent = sock.send(data)
    except _again:
        sent = 0
    if sent == len(data):
        return
    return await _when_writable(self, sock, self._sock_sendall, self.create_future(), sock, memoryview(data), [sent])


def _sock_sendall(self, fut, sock, view, pos):
    if fut.done():
        return
    try:
        pos[0] += sock.send(view[pos[0]:])
    except _again:
        return
    except _leave:
        raise
    except BaseException as exc:
        fut.set_exception(exc)
        return
    if pos[0] == len(view):
        fut.set_result(None)


async def sock_sendto(self, sock, data, address):
    """Send a datagram."""
    _check_sock(self, sock)
    try:
        return sock.sendto(data, address)
    except _again:
        pass
    return await _when_writable(self, sock, self._sock_sendto, self.create_future(), sock, data, address)


def _sock_sendto(self, fut, sock, data, address):
    _attempt(fut, sock.sendto, data, 0, address)


async def sock_connect(self, sock, address):
    """Connect a socket."""
    _check_sock(self, sock)
    if sock.family == socket.AF_INET or base_events._HAS_IPv6 and sock.family == socket.AF_INET6:
        resolved = await self._ensure_resolved(address, family=sock.family, type=sock.type, proto=sock.proto, loop=self)
        address = resolved[0][4]
    fut = self.create_future()
    self._sock_connect(fut, sock, address)
    return await fut


def _sock_connect(self, fut, sock, address):
    try:
        sock.connect(address)
    except _again:
        _when_writable(self, sock, self._sock_connect_cb, fut, sock, address)
    except _leave:
        raise
    except BaseException as exc:
        fut.set_exception(exc)
    else:
        fut.set_result(None)


def _sock_connect_cb(self, fut, sock, address):
    if fut.done():
        return
    try:
        err = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if err != 0:
            raise OSError(err, f'Connect call failed {address}')
    except _again:
        pass
    except _leave:
        raise
    except BaseException as exc:
        fut.set_exception(exc)
    else:
        fut.set_result(None)


async def sock_accept(self, sock):
    """Accept a connection: (socket, address)."""
    _check_sock(self, sock)
    fut = self.create_future()
    self._sock_accept(fut, sock)
    return await fut


def _sock_accept(self, fut, sock):
    try:
        conn, address = sock.accept()
        conn.setblocking(False)
    except _again:
        _when_readable(self, sock, self._sock_accept, fut, sock)
    except _leave:
        raise
    except BaseException as exc:
        fut.set_exception(exc)
    else:
        fut.set_result((conn, address))


async def _sendfile_native(self, transp, file, offset, count):
    # While the file is being sent the descriptor belongs to sock_sendfile.
    del self._transports[transp._sock_fd]
    resume = transp.is_reading()
    transp.pause_reading()
    await transp._make_empty_waiter()
    try:
        return await self.sock_sendfile(transp._sock, file, offset, count, fallback=False)
    finally:
        transp._reset_empty_waiter()
        if resume:
            transp.resume_reading()
        self._transports[transp._sock_fd] = transp


# -- transports --------------------------------------------------------------------------------


# Methods of _SelectorTransport that seldom run.


def _log_debug(text, about):
    _logger().debug(text, about)


def _transport_repr(self):
    info = [self.__class__.__name__]
    if self._sock is None:
        info.append('closed')
    elif self._closing:
        info.append('closing')
    info.append(f'fd={self._sock_fd}')
    if self._loop is not None and not self._loop.is_closed():
        import selectors
        selector = self._loop._selector
        reading = _test_selector_event(selector, self._sock_fd, selectors.EVENT_READ)
        writing = _test_selector_event(selector, self._sock_fd, selectors.EVENT_WRITE)
        info.append('read=polling' if reading else 'read=idle')
        info.append(f'write=<{"polling" if writing else "idle"}, bufsize={self.get_write_buffer_size()}>')
    return f'<{" ".join(info)}>'


def _transport_del(self, _warn=warnings.warn):
    if self._sock is not None:
        _warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
        self._sock.close()
        if self._server is not None:
            self._server._detach(self)


def _transport_fatal_error(self, exc, message='Fatal error on transport'):
    # A network that fails is everyday life; anything else is the program's error.
    if isinstance(exc, OSError):
        if self._loop.get_debug():
            _logger().debug('%r: %s', self, message, exc_info=exc)
    else:
        self._loop.call_exception_handler({
            'message': message,
            'exception': exc,
            'transport': self,
            'protocol': self._protocol,
        })
    self._force_close(exc)


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    _buffer_factory = collections.deque

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._buffer_size = 0
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def get_write_buffer_size(self):
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, addr = self._sock.recvfrom(self.max_size)
        except _again:
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        except _leave:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on datagram transport')
        else:
            self._protocol.datagram_received(data, addr)

    def _send_now(self, data, addr):
        if self._extra['peername']:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
        if self._conn_lost and self._address:
            if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
                _logger().warning('socket.send() raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                self._send_now(data, addr)
                return
            except _again:
                self._loop._add_writer(self._sock_fd, self._sendto_ready)
            except OSError as exc:
                self._protocol.error_received(exc)
                return
            except _leave:
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on datagram transport')
                return
        # A copy: the caller may change its buffer. Each datagram counts a little more than its data.
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data) + 8
        self._maybe_pause_protocol()

    def _sendto_ready(self):
        while self._buffer:
            data, addr = self._buffer.popleft()
            self._buffer_size -= len(data)
            try:
                self._send_now(data, addr)
            except _again:
                self._buffer.appendleft((data, addr))
                self._buffer_size += len(data)
                break
            except OSError as exc:
                self._protocol.error_received(exc)
                return
            except _leave:
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on datagram transport')
                return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
