"""TLS on the event loop: a protocol between a transport, which carries ciphertext, and the program's protocol.

The state machine is that of CPython's sslproto, whose attributes tests and programs reach into; below it, ssl.SSLObject
does the cryptography in memory.
"""
__name__ = 'asyncio.sslproto'

import collections
import enum
import ssl
import warnings

from asyncio import constants, exceptions, protocols, transports
from asyncio.log import logger

SSLAgainErrors = (ssl.SSLWantReadError, ssl.SSLSyscallError)

_leave = (KeyboardInterrupt, SystemExit)


class SSLProtocolState(enum.Enum):
    UNWRAPPED = 'UNWRAPPED'
    DO_HANDSHAKE = 'DO_HANDSHAKE'
    WRAPPED = 'WRAPPED'
    FLUSHING = 'FLUSHING'
    SHUTDOWN = 'SHUTDOWN'


class AppProtocolState(enum.Enum):
    """What the program's protocol was told last: nothing, connection_made, eof_received, connection_lost."""
    STATE_INIT = 'STATE_INIT'
    STATE_CON_MADE = 'STATE_CON_MADE'
    STATE_EOF = 'STATE_EOF'
    STATE_CON_LOST = 'STATE_CON_LOST'


_UNWRAPPED = SSLProtocolState.UNWRAPPED
_DO_HANDSHAKE = SSLProtocolState.DO_HANDSHAKE
_WRAPPED = SSLProtocolState.WRAPPED
_FLUSHING = SSLProtocolState.FLUSHING
_SHUTDOWN = SSLProtocolState.SHUTDOWN

# From each state the one that may follow; back to UNWRAPPED is always possible.
_FOLLOWS = {_UNWRAPPED: _DO_HANDSHAKE, _DO_HANDSHAKE: _WRAPPED, _WRAPPED: _FLUSHING, _FLUSHING: _SHUTDOWN}

_CLOSING = (_FLUSHING, _SHUTDOWN, _UNWRAPPED)

# Views of receive buffers that no connection uses at the moment. A transport fills one and hands it back in the same
# breath, so a few serve all connections; CPython's have a quarter of a megabyte each.
_spare_views = []


def _create_transport_context(server_side, server_hostname):
    if server_side:
        raise ValueError('Server side SSL needs a valid SSLContext')
    context = ssl.create_default_context()
    if not server_hostname:
        context.check_hostname = False
    return context


def add_flowcontrol_defaults(high, low, kb):
    """Fill in the water marks that are not given."""
    if high is None:
        high = kb * 1024 if low is None else 4 * low
    if low is None:
        low = high // 4
    if not high >= low >= 0:
        raise ValueError('high (%r) must be >= low (%r) must be >= 0' % (high, low))
    return high, low


def _timeout(value, default, name):
    if value is None:
        return default
    if value <= 0:
        raise ValueError(f'{name} should be a positive number, got {value}')
    return value


class _SSLProtocolTransport(transports._FlowControlMixin, transports.Transport):
    """The transport that the program sees."""

    _start_tls_compatible = True
    _sendfile_compatible = constants._SendfileMode.FALLBACK

    def __init__(self, loop, ssl_protocol):
        self._loop = loop
        self._ssl_protocol = ssl_protocol
        self._closed = False

    def get_extra_info(self, name, default=None):
        return self._ssl_protocol._get_extra_info(name, default)

    def set_protocol(self, protocol):
        self._ssl_protocol._set_app_protocol(protocol)

    def get_protocol(self):
        return self._ssl_protocol._app_protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            self._ssl_protocol = None
        else:
            self._closed = True
            self._ssl_protocol._start_shutdown()

    def __del__(self, _warnings=warnings):
        if not self._closed:
            self._closed = True
            _warnings.warn('unclosed transport <asyncio._SSLProtocolTransport object>', ResourceWarning)

    def is_reading(self):
        return not self._ssl_protocol._app_reading_paused

    def pause_reading(self):
        self._ssl_protocol._pause_reading()

    def resume_reading(self):
        self._ssl_protocol._resume_reading()

    def set_write_buffer_limits(self, high=None, low=None):
        self._ssl_protocol._set_write_buffer_limits(high, low)
        self._ssl_protocol._control_app_writing()

    def get_write_buffer_limits(self):
        return self._ssl_protocol._outgoing_low_water, self._ssl_protocol._outgoing_high_water

    def get_write_buffer_size(self):
        return self._ssl_protocol._get_write_buffer_size()

    def set_read_buffer_limits(self, high=None, low=None):
        self._ssl_protocol._set_read_buffer_limits(high, low)
        self._ssl_protocol._control_ssl_reading()

    def get_read_buffer_limits(self):
        return self._ssl_protocol._incoming_low_water, self._ssl_protocol._incoming_high_water

    def get_read_buffer_size(self):
        return self._ssl_protocol._get_read_buffer_size()

    @property
    def _protocol_paused(self):
        return self._ssl_protocol._app_writing_paused

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data: expecting a bytes-like instance, got {type(data).__name__}')
        if not data:
            return
        protocol = self._ssl_protocol
        if protocol._encrypt is None or protocol._state is not _WRAPPED or protocol._write_backlog:
            protocol._write_appdata((data,))
            return
        # The usual case: nothing waits, and memory takes all.
        try:
            protocol._encrypt(data)
            protocol._process_outgoing()
        except Exception as exc:
            protocol._fatal_error(exc, 'Fatal error on SSL protocol')

    def writelines(self, list_of_data):
        self._ssl_protocol._write_appdata(list_of_data)

    def write_eof(self):
        raise NotImplementedError

    def can_write_eof(self):
        return False

    def abort(self):
        self._force_close(None)

    def _force_close(self, exc):
        self._closed = True
        if self._ssl_protocol is not None:
            self._ssl_protocol._abort(exc)

    def _test__append_write_backlog(self, data):
        self._ssl_protocol._write_backlog.append(data)
        self._ssl_protocol._write_buffer_size += len(data)


class SSLProtocol(protocols.BufferedProtocol):
    """The protocol of the transport below, and what the transport above stands on."""

    max_size = 256 * 1024  # of one receive

    _handshake_start_time = None
    _handshake_timeout_handle = None
    _shutdown_timeout_handle = None
    _view = None  # of the buffer that the transport fills
    # Methods of the SSLObject's inner half, once the handshake is done.
    _drain = None  # all that can be read, in one call
    _encrypt = None

    def __init__(self, loop, app_protocol, sslcontext, waiter, server_side=False, server_hostname=None,
                 call_connection_made=True, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        self._ssl_handshake_timeout = _timeout(ssl_handshake_timeout, constants.SSL_HANDSHAKE_TIMEOUT,
                                               'ssl_handshake_timeout')
        self._ssl_shutdown_timeout = _timeout(ssl_shutdown_timeout, constants.SSL_SHUTDOWN_TIMEOUT,
                                              'ssl_shutdown_timeout')
        if not sslcontext:
            sslcontext = _create_transport_context(server_side, server_hostname)
        self._server_side = server_side
        self._server_hostname = server_hostname if server_hostname and not server_side else None
        self._sslcontext = sslcontext
        self._extra = dict(sslcontext=sslcontext)

        self._write_backlog = collections.deque()
        self._write_buffer_size = 0
        self._waiter = waiter
        self._loop = loop
        self._set_app_protocol(app_protocol)
        self._app_transport = None
        self._app_transport_created = False
        self._transport = None
        self._state = _UNWRAPPED
        self._conn_lost = 0  # how often connection_lost came or a write came too late
        self._app_state = AppProtocolState.STATE_INIT if call_connection_made else AppProtocolState.STATE_CON_MADE
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._sslobj = sslcontext.wrap_bio(self._incoming, self._outgoing, server_side=server_side,
                                           server_hostname=self._server_hostname)

        self._ssl_writing_paused = False
        self._app_reading_paused = False
        self._ssl_reading_paused = False
        self._eof_received = False
        self._app_writing_paused = False
        self._set_read_buffer_limits()
        self._set_write_buffer_limits()
        self._get_app_transport()

    def _set_app_protocol(self, app_protocol):
        self._app_protocol = app_protocol
        buffered = hasattr(app_protocol, 'get_buffer') and isinstance(app_protocol, protocols.BufferedProtocol)
        self._app_protocol_is_buffer = buffered
        if buffered:
            self._app_protocol_get_buffer = app_protocol.get_buffer
            self._app_protocol_buffer_updated = app_protocol.buffer_updated

    def _wakeup_waiter(self, exc=None):
        waiter, self._waiter = self._waiter, None
        if waiter is None or waiter.cancelled():
            return
        if exc is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(exc)

    def _get_app_transport(self):
        if self._app_transport is None:
            if self._app_transport_created:
                raise RuntimeError('Creating _SSLProtocolTransport twice')
            self._app_transport = _SSLProtocolTransport(self._loop, self)
            self._app_transport_created = True
        return self._app_transport

    def _get_extra_info(self, name, default=None):
        if name in self._extra:
            return self._extra[name]
        if self._transport is not None:
            return self._transport.get_extra_info(name, default)
        return default

    def _set_state(self, new_state):
        if new_state is not _UNWRAPPED and _FOLLOWS.get(self._state) is not new_state:
            raise RuntimeError('cannot switch state from {} to {}'.format(self._state, new_state))
        self._state = new_state

    # -- what the transport below calls ------------------------------------------------------

    def connection_made(self, transport):
        self._transport = transport
        self._start_handshake()

    def connection_lost(self, exc):
        self._write_backlog.clear()
        self._outgoing.read()
        self._conn_lost += 1
        if self._app_transport is not None:
            self._app_transport._closed = True
        if self._state is not _DO_HANDSHAKE:
            if self._app_state in (AppProtocolState.STATE_CON_MADE, AppProtocolState.STATE_EOF):
                self._app_state = AppProtocolState.STATE_CON_LOST
                self._loop.call_soon(self._app_protocol.connection_lost, exc)
        else:
            _end_handshake(self._sslobj)
        self._set_state(_UNWRAPPED)
        self._transport = None
        self._app_transport = None
        self._app_protocol = None
        self._wakeup_waiter(exc)
        for handle in (self._shutdown_timeout_handle, self._handshake_timeout_handle):
            if handle is not None:
                handle.cancel()
        self._shutdown_timeout_handle = self._handshake_timeout_handle = None

    def get_buffer(self, n):
        want = n if 0 < n <= self.max_size else self.max_size
        view = self._view
        if view is None:
            try:
                view = _spare_views.pop()
            except IndexError:
                view = memoryview(bytearray(self.max_size))
            self._view = view
        if len(view) < want:
            view = self._view = memoryview(bytearray(want))
        return view

    def buffer_updated(self, nbytes):
        view = self._view
        if view is None:
            view = memoryview(bytearray(self.max_size))  # nobody asked for one
        self._incoming._write_part(view, nbytes)
        self._view = None
        _spare_views.append(view)
        if self._state is _WRAPPED:
            self._do_read()
        else:
            self._received()

    def _received(self):
        state = self._state
        if state is _WRAPPED:
            self._do_read()
        elif state is _DO_HANDSHAKE:
            self._do_handshake()
        elif state is _FLUSHING:
            self._do_flush()
        elif state is _SHUTDOWN:
            self._do_shutdown()

    def eof_received(self):
        self._eof_received = True
        try:
            if self._loop.get_debug():
                logger.debug('%r received EOF', self)
            state = self._state
            if state is _DO_HANDSHAKE:
                self._on_handshake_complete(ConnectionResetError)
            elif state is _WRAPPED:
                self._set_state(_FLUSHING)
                if self._app_reading_paused:
                    return True
                self._do_flush()
            elif state is _FLUSHING:
                self._do_write()
                self._set_state(_SHUTDOWN)
                self._do_shutdown()
            elif state is _SHUTDOWN:
                self._do_shutdown()
        except Exception:
            self._transport.close()
            raise

    def pause_writing(self):
        assert not self._ssl_writing_paused
        self._ssl_writing_paused = True

    def resume_writing(self):
        assert self._ssl_writing_paused
        self._ssl_writing_paused = False
        self._process_outgoing()

    # -- the handshake -----------------------------------------------------------------------------

    def _start_handshake(self):
        if self._loop.get_debug():
            logger.debug('%r starts SSL handshake', self)
            self._handshake_start_time = self._loop.time()
        else:
            self._handshake_start_time = None
        self._set_state(_DO_HANDSHAKE)
        self._handshake_timeout_handle = self._loop.call_later(self._ssl_handshake_timeout,
                                                               self._check_handshake_timeout)
        self._do_handshake()

    def _check_handshake_timeout(self):
        if self._state is _DO_HANDSHAKE:
            self._fatal_error(ConnectionAbortedError(
                f'SSL handshake is taking longer than {self._ssl_handshake_timeout} seconds: '
                f'aborting the connection'))

    def _do_handshake(self):
        try:
            self._sslobj.do_handshake()
        except SSLAgainErrors:
            self._process_outgoing()
        except ssl.SSLError as exc:
            self._on_handshake_complete(exc)
        else:
            self._on_handshake_complete(None)

    def _on_handshake_complete(self, handshake_exc):
        if self._handshake_timeout_handle is not None:
            self._handshake_timeout_handle.cancel()
            self._handshake_timeout_handle = None
        sslobj = self._sslobj
        try:
            if handshake_exc is not None:
                raise handshake_exc
            self._set_state(_WRAPPED)
            peercert = sslobj.getpeercert()
        except Exception as exc:
            handshake_exc = None
            self._handshake_failed(exc)
            return
        if self._loop.get_debug():
            logger.debug('%r: SSL handshake took %.1f ms', self,
                         (self._loop.time() - self._handshake_start_time) * 1e3)
        self._extra.update(peercert=peercert, cipher=sslobj.cipher(), compression=sslobj.compression(),
                           ssl_object=sslobj)
        if type(sslobj) is ssl.SSLObject:
            self._drain = sslobj._sslobj._drain
            self._encrypt = sslobj._sslobj.write
        if self._app_state is AppProtocolState.STATE_INIT:
            self._app_state = AppProtocolState.STATE_CON_MADE
            self._app_protocol.connection_made(self._get_app_transport())
        self._wakeup_waiter()
        self._do_read()

    def _handshake_failed(self, exc):
        self._set_state(_UNWRAPPED)
        _end_handshake(self._sslobj)
        if isinstance(exc, ssl.CertificateError):
            self._fatal_error(exc, 'SSL handshake failed on verifying the certificate')
        else:
            self._fatal_error(exc, 'SSL handshake failed')
        self._wakeup_waiter(exc)

    # -- closing -----------------------------------------------------------------------------------

    def _start_shutdown(self):
        if self._state in _CLOSING:
            return
        if self._app_transport is not None:
            self._app_transport._closed = True
        if self._state is _DO_HANDSHAKE:
            self._abort(None)
            return
        self._set_state(_FLUSHING)
        self._shutdown_timeout_handle = self._loop.call_later(self._ssl_shutdown_timeout,
                                                              self._check_shutdown_timeout)
        self._do_flush()

    def _check_shutdown_timeout(self):
        if self._state in (_FLUSHING, _SHUTDOWN):
            self._transport._force_close(exceptions.TimeoutError('SSL shutdown timed out'))

    def _do_flush(self):
        self._do_read()
        self._set_state(_SHUTDOWN)
        self._do_shutdown()

    def _do_shutdown(self):
        try:
            if not self._eof_received:
                self._sslobj.unwrap()
        except SSLAgainErrors:
            self._process_outgoing()
        except ssl.SSLError as exc:
            self._on_shutdown_complete(exc)
        else:
            self._process_outgoing()
            self._call_eof_received()
            self._on_shutdown_complete(None)

    def _on_shutdown_complete(self, shutdown_exc):
        if self._shutdown_timeout_handle is not None:
            self._shutdown_timeout_handle.cancel()
            self._shutdown_timeout_handle = None
        if shutdown_exc:
            self._fatal_error(shutdown_exc)
        else:
            self._loop.call_soon(self._transport.close)

    def _abort(self, exc):
        if self._state is _DO_HANDSHAKE:
            _end_handshake(self._sslobj)
        self._set_state(_UNWRAPPED)
        if self._transport is not None:
            self._transport._force_close(exc)

    # -- writing -----------------------------------------------------------------------------------

    def _write_appdata(self, list_of_data):
        if self._state in _CLOSING:
            if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
                logger.warning('SSL connection is closed')
            self._conn_lost += 1
            return
        for data in list_of_data:
            self._write_backlog.append(data)
            self._write_buffer_size += len(data)
        try:
            if self._state is _WRAPPED:
                self._do_write()
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error on SSL protocol')

    def _do_write(self):
        backlog = self._write_backlog
        try:
            while backlog:
                data = backlog[0]
                count = self._sslobj.write(data)
                self._write_buffer_size -= count
                if count < len(data):
                    backlog[0] = memoryview(data)[count:]
                else:
                    backlog.popleft()
        except SSLAgainErrors:
            pass
        self._process_outgoing()

    def _process_outgoing(self):
        if not self._ssl_writing_paused:
            data = self._outgoing.read()
            if data:
                self._transport.write(data)
        if self._app_writing_paused or self._outgoing.pending + self._write_buffer_size >= self._outgoing_high_water:
            self._control_app_writing()

    def _control_app_writing(self):
        size = self._outgoing.pending + self._write_buffer_size
        if size >= self._outgoing_high_water and not self._app_writing_paused:
            self._app_writing_paused = True
            self._tell_app('pause_writing')
        elif size <= self._outgoing_low_water and self._app_writing_paused:
            self._app_writing_paused = False
            self._tell_app('resume_writing')

    def _tell_app(self, method):
        try:
            getattr(self._app_protocol, method)()
        except _leave:
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': f'protocol.{method}() failed',
                'exception': exc,
                'transport': self._app_transport,
                'protocol': self,
            })

    def _get_write_buffer_size(self):
        return self._outgoing.pending + self._write_buffer_size

    def _set_write_buffer_limits(self, high=None, low=None):
        self._outgoing_high_water, self._outgoing_low_water = add_flowcontrol_defaults(
            high, low, constants.FLOW_CONTROL_HIGH_WATER_SSL_WRITE)

    # -- reading -----------------------------------------------------------------------------------

    def _do_read(self):
        if self._state not in (_WRAPPED, _FLUSHING):
            return
        try:
            if not self._app_reading_paused:
                if self._app_protocol_is_buffer:
                    self._do_read__buffered()
                else:
                    self._do_read__copied()
                if self._write_backlog:
                    self._do_write()
                elif self._outgoing.pending:
                    self._process_outgoing()
            if self._ssl_reading_paused or self._incoming.pending >= self._incoming_high_water:
                self._control_ssl_reading()
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error on SSL protocol')

    def _do_read__buffered(self):
        offset = 0
        count = 1
        buf = self._app_protocol_get_buffer(self._get_read_buffer_size())
        wants = len(buf)
        try:
            count = self._sslobj.read(wants, buf)
            if count > 0:
                offset = count
                while offset < wants:
                    count = self._sslobj.read(wants - offset, buf[offset:])
                    if count <= 0:
                        break
                    offset += count
                else:
                    # The buffer is full; there may be more.
                    self._loop.call_soon(self._do_read)
        except SSLAgainErrors:
            pass
        if offset > 0:
            self._app_protocol_buffer_updated(offset)
        if not count:
            self._closed_by_peer()

    def _do_read__copied(self):
        if self._drain is not None:
            data, is_open = self._drain()
        else:
            data, is_open = self._read_all()
        if data:
            self._app_protocol.data_received(data)
        if not is_open:
            self._closed_by_peer()

    def _read_all(self):
        """What _drain() does, by the public methods: for an SSLObject of the program's own."""
        chunks = []
        try:
            while True:
                chunk = self._sslobj.read(self.max_size)
                if not chunk:
                    return b''.join(chunks), False
                chunks.append(chunk)
        except SSLAgainErrors:
            return b''.join(chunks), True

    def _closed_by_peer(self):
        self._call_eof_received()
        self._start_shutdown()

    def _call_eof_received(self):
        try:
            if self._app_state is AppProtocolState.STATE_CON_MADE:
                self._app_state = AppProtocolState.STATE_EOF
                if self._app_protocol.eof_received():
                    logger.warning('returning true from eof_received() has no effect when using ssl')
        except _leave:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Error calling eof_received()')

    def _pause_reading(self):
        self._app_reading_paused = True

    def _resume_reading(self):
        if self._app_reading_paused:
            self._app_reading_paused = False
            self._loop.call_soon(self._resume)

    def _resume(self):
        if self._state is not _DO_HANDSHAKE:
            self._received()

    def _control_ssl_reading(self):
        size = self._incoming.pending
        if size >= self._incoming_high_water and not self._ssl_reading_paused:
            self._ssl_reading_paused = True
            self._transport.pause_reading()
        elif size <= self._incoming_low_water and self._ssl_reading_paused:
            self._ssl_reading_paused = False
            self._transport.resume_reading()

    def _set_read_buffer_limits(self, high=None, low=None):
        self._incoming_high_water, self._incoming_low_water = add_flowcontrol_defaults(
            high, low, constants.FLOW_CONTROL_HIGH_WATER_SSL_READ)

    def _get_read_buffer_size(self):
        return self._incoming.pending

    # -- failing -----------------------------------------------------------------------------------

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if self._transport:
            self._transport._force_close(exc)
        if isinstance(exc, OSError):
            if self._loop.get_debug():
                logger.debug('%r: %s', self, message, exc_info=True)
        elif not isinstance(exc, exceptions.CancelledError):
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self._transport,
                'protocol': self,
            })


def _end_handshake(sslobj):
    """Let go of the handshake's coroutine at once; the collector would do it some time."""
    if type(sslobj) is ssl.SSLObject:
        sslobj._sslobj._abandon()
