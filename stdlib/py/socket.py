"""Sockets. The system calls are in _socket; this adds the enumerations, files on sockets, and helpers."""
import _socket
from _socket import *
from _socket import getaddrinfo as _getaddrinfo, socketpair as _socketpair, dup as _dup, close, SocketType as _SocketType

import errno
import io
import os
import sys
from enum import IntEnum, IntFlag

error = OSError
timeout = TimeoutError
gaierror = _socket.gaierror
herror = _socket.herror
has_ipv6 = _socket.has_ipv6
SocketType = _socket.SocketType


def _collect(kind, name, prefix):
    members = {k: v for k, v in vars(_socket).items() if k.startswith(prefix) and k.isupper()}
    group = kind(name, members, module=__name__)
    globals().update(group.__members__)
    return group


AddressFamily = _collect(IntEnum, 'AddressFamily', 'AF_')
SocketKind = _collect(IntEnum, 'SocketKind', 'SOCK_')
MsgFlag = _collect(IntFlag, 'MsgFlag', 'MSG_')
AddressInfo = _collect(IntFlag, 'AddressInfo', 'AI_')

_LOCALHOST = '127.0.0.1'
_LOCALHOST_V6 = '::1'
_families = {int(m): m for m in AddressFamily}
_kinds = {int(m): m for m in SocketKind}


class socket(_socket.socket):
    """A socket of the operating system."""

    __slots__ = ['__weakref__', '_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __enter__(self):
        return self

    def __repr__(self):
        closed = getattr(self, '_closed', False)
        cls = self.__class__
        text = (f'<{cls.__module__}.{cls.__qualname__}{" [closed]" if closed else ""} fd={self.fileno()}, '
                f'family={int(self.family)}, type={int(self.type)}, proto={self.proto}')
        if not closed:
            for label, ask in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    where = ask()
                except (OSError, AttributeError):
                    continue
                if where:
                    text += f', {label}={where}'
        return text + '>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    @property
    def family(self):
        n = _socket.socket.family.__get__(self)
        return _families.get(n, n)

    @property
    def type(self):
        n = _socket.socket.type.__get__(self)
        return _kinds.get(n, n)

    def dup(self):
        """A second socket for the same connection."""
        other = self.__class__(self.family, self.type, self.proto, fileno=_dup(self.fileno()))
        other.settimeout(self.gettimeout())
        return other

    def accept(self):
        """Wait for a connection; returns (socket, address)."""
        fd, address = self._accept()
        sock = socket(self.family, self.type, self.proto, fileno=fd)
        if getdefaulttimeout() is None and self.gettimeout():
            sock.setblocking(True)
        return sock, address

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """A file object on the connection."""
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % (mode,))
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        rawmode = ('r' if reading else '') + ('w' if writing else '')
        raw = SocketIO(self, rawmode)
        self._io_refs += 1
        if buffering is None:
            buffering = -1
        if buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if 'b' not in mode:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if 'b' in mode:
            return buffer
        text = io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text

    def sendfile(self, file, offset=0, count=None):
        """Send a file; returns the number of bytes."""
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            size = 8192 if count is None else min(8192, count - total)
            data = file.read(size)
            if not data:
                break
            self.sendall(data)
            total += len(data)
        return total

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        _socket.socket.close(self)

    def close(self):
        # Files made by makefile() keep the connection.
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        self._closed = True
        return _socket.socket.detach(self)

    def get_inheritable(self):
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        os.set_inheritable(self.fileno(), inheritable)

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0):
        data, anc, out, addr = self.recvmsg(sum(len(b) for b in buffers), ancbufsize, flags)
        rest = memoryview(data)
        for buffer in buffers:
            part = rest[:len(buffer)]
            memoryview(buffer)[:len(part)] = part
            rest = rest[len(part):]
        return len(data), anc, out, addr


def fromfd(fd, family, type, proto=0):
    """A socket for a duplicate of a descriptor."""
    return socket(family, type, proto, _dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two connected sockets."""
    if family is None:
        family = AF_UNIX
    a, b = _socketpair(family, type, proto)
    return socket(family, type, proto, a), socket(family, type, proto, b)


def send_fds(sock, buffers, fds, flags=0, address=None):
    import array
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, array.array('i', fds))])


class SocketIO(io.RawIOBase):
    """The raw file under makefile()."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw'):
            raise ValueError('invalid mode: %r' % mode)
        io.RawIOBase.__init__(self)
        self._sock = sock
        self._mode = mode + 'b'
        self._reading = 'r' in mode
        self._writing = 'w' in mode
        self._timeout_occurred = False

    def readinto(self, b):
        self._checkClosed()
        self._checkReadable()
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return self._reading

    def writable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return self._writing

    def seekable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return False

    def fileno(self):
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """List (family, type, proto, canonical name, address) for a host and a service."""
    return [(_families.get(af, af), _kinds.get(kind, kind), pro, name, where)
            for af, kind, pro, name, where in _getaddrinfo(host, port, family, type, proto, flags)]


def getfqdn(name=''):
    name = name.strip() or gethostname()
    return name


def has_dualstack_ipv6():
    if not has_ipv6:
        return False
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except OSError:
        return False


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """Connect to (host, port), trying its addresses in turn."""
    host, port = address
    failures = []
    for af, kind, proto, _, where in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(af, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(where)
            failures.clear()
            return sock
        except error as exc:
            if not all_errors:
                failures.clear()
            failures.append(exc)
            if sock is not None:
                sock.close()
    if not failures:
        raise error('getaddrinfo returns an empty list')
    try:
        if not all_errors:
            raise failures[0]
        raise ExceptionGroup('create_connection failed', failures)
    finally:
        failures.clear()


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A listening TCP socket."""
    if reuse_port and not hasattr(_socket, 'SO_REUSEPORT'):
        raise ValueError('SO_REUSEPORT not supported on this platform')
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError('dualstack_ipv6 not supported on this platform')
        if family != AF_INET6:
            raise ValueError('dualstack_ipv6 requires AF_INET6 family')
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except error as err:
            raise error(err.errno, '%s (while attempting to bind on address %r)' % (err.strerror, address)) from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except error:
        sock.close()
        raise


CAPI = None
