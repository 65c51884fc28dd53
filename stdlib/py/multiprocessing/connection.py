"""Connections, over which processes send each other objects."""
import io
import os
import pickle
import select
import struct
import time

from . import reduction
from .reduction import ForkingPickler

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

_BIG = 0x7fffffff
_CHUNK = 1 << 16


class Connection:
    """One end of a pipe or socket. A message is its length, four bytes in network order, and its bytes."""

    def __init__(self, handle, readable=True, writable=True):
        if handle < 0:
            raise ValueError('invalid handle')
        if not readable and not writable:
            raise ValueError('at least one of `readable` and `writable` must be True')
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self.close()

    def _check_closed(self):
        if self._handle is None:
            raise OSError('handle is closed')

    def _check_readable(self):
        if not self._readable:
            raise OSError('connection is write-only')

    def _check_writable(self):
        if not self._writable:
            raise OSError('connection is read-only')

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._handle

    def close(self):
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()
        self._check_writable()
        m = memoryview(buf).cast('B')
        n = len(m)
        if offset < 0:
            raise ValueError('offset is negative')
        if n < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > n:
            raise ValueError('buffer length < offset + size')
        self._send_message(m[offset:offset + size])

    def send(self, obj):
        self._check_closed()
        self._check_writable()
        self._send_message(ForkingPickler.dumps(obj))

    def recv_bytes(self, maxlength=None):
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        return self._recv_message(maxlength)

    def recv_bytes_into(self, buf, offset=0):
        self._check_closed()
        self._check_readable()
        with memoryview(buf) as m:
            m = m.cast('B')
            if offset < 0:
                raise ValueError('negative offset')
            if offset > len(m):
                raise ValueError('offset too large')
            data = self._recv_message()
            if len(data) > len(m) - offset:
                from .context import BufferTooShort
                raise BufferTooShort(data)
            m[offset:offset + len(data)] = data
            return len(data)

    def recv(self):
        self._check_closed()
        self._check_readable()
        return pickle.loads(self._recv_message())

    def poll(self, timeout=0.0):
        self._check_closed()
        self._check_readable()
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def _send_message(self, m):
        n = len(m)
        header = struct.pack('!i', n) if n <= _BIG else struct.pack('!iQ', -1, n)
        if n <= 16384:
            self._write(header + bytes(m))
        else:
            self._write(header)
            self._write(m)

    def _write(self, data):
        while data:
            n = os.write(self._handle, data)
            if n == len(data):
                return
            data = memoryview(data)[n:]

    def _recv_message(self, maxlength=None):
        n, = struct.unpack('!i', self._read(4))
        if n == -1:
            n, = struct.unpack('!Q', self._read(8))
        if maxlength is not None and n > maxlength:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError('bad message length')
        return self._read(n)

    def _read(self, n):
        if n == 0:
            return b''
        chunks, left = [], n
        while left:
            chunk = os.read(self._handle, min(left, _CHUNK))
            if not chunk:
                if left == n:
                    raise EOFError
                raise OSError('got end of file during message')
            if len(chunk) == n:
                return chunk
            chunks.append(chunk)
            left -= len(chunk)
        return b''.join(chunks)

    def __reduce__(self):
        self._check_closed()
        return _rebuild, (reduction.DupFd(self._handle), self._readable, self._writable)


def _rebuild(fd, readable, writable):
    handle = fd.detach()
    os.set_inheritable(handle, False)
    return Connection(handle, readable, writable)


def Pipe(duplex=True):
    if duplex:
        import socket
        a, b = socket.socketpair()
        return Connection(a.detach()), Connection(b.detach())
    r, w = os.pipe()
    return Connection(r, writable=False), Connection(w, readable=False)


def wait(object_list, timeout=None):
    """The objects of the list that can be read from, as soon as there is one."""
    poll = select.poll()
    by_fd = {}
    for obj in object_list:
        fd = obj if isinstance(obj, int) else obj.fileno()
        by_fd[fd] = obj
        poll.register(fd, select.POLLIN)
    if timeout is not None:
        deadline = time.monotonic() + max(timeout, 0)
    while True:
        left = None if timeout is None else max(deadline - time.monotonic(), 0) * 1000
        ready = poll.poll(left)
        if ready or timeout is not None and time.monotonic() >= deadline:
            return [by_fd[fd] for fd, _ in ready]


# Listener and Client: connections between processes that are no relatives.

def address_type(address):
    if isinstance(address, tuple):
        return 'AF_INET'
    if isinstance(address, str):
        return 'AF_UNIX'
    raise ValueError('address type of %r unrecognized' % address)


def arbitrary_address(family):
    if family == 'AF_INET':
        return 'localhost', 0
    if family == 'AF_UNIX':
        import tempfile
        return tempfile.mktemp(prefix='listener-', dir=tempfile.mkdtemp(prefix='pymp-'))
    raise ValueError('unrecognized family')


class Listener:
    """A socket that connections of Clients come in from."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or address and address_type(address) or 'AF_INET'
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')
        import socket
        self._socket = socket.socket(getattr(socket, family))
        try:
            if family == 'AF_INET':
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address or arbitrary_address(family))
            self._socket.listen(backlog)
        except OSError:
            self._socket.close()
            raise
        self._address = self._socket.getsockname()
        self._path = self._address if family == 'AF_UNIX' else None
        self._authkey = authkey
        self._last_accepted = None

    def accept(self):
        if self._socket is None:
            raise OSError('listener is closed')
        s, self._last_accepted = self._socket.accept()
        s.setblocking(True)
        c = Connection(s.detach())
        if self._authkey is not None:
            deliver_challenge(c, self._authkey)
            answer_challenge(c, self._authkey)
        return c

    def close(self):
        if self._socket is not None:
            s, self._socket = self._socket, None
            s.close()
            if self._path:
                try:
                    os.unlink(self._path)
                except FileNotFoundError:
                    pass

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Client(address, family=None, authkey=None):
    family = family or address_type(address)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')
    import socket
    with socket.socket(getattr(socket, family)) as s:
        s.setblocking(True)
        s.connect(address)
        c = Connection(s.detach())
    if authkey is not None:
        answer_challenge(c, authkey)
        deliver_challenge(c, authkey)
    return c


_CHALLENGE, _WELCOME, _FAILURE = b'#CHALLENGE#', b'#WELCOME#', b'#FAILURE#'
_PREFIX = b'{sha256}'


def deliver_challenge(connection, authkey):
    import hmac
    message = _PREFIX + os.urandom(40)
    connection.send_bytes(_CHALLENGE + message)
    answer = connection.recv_bytes(256)
    if hmac.compare_digest(answer, _PREFIX + hmac.digest(authkey, message, 'sha256')):
        connection.send_bytes(_WELCOME)
        return
    connection.send_bytes(_FAILURE)
    from .context import AuthenticationError
    raise AuthenticationError('digest received was wrong')


def answer_challenge(connection, authkey):
    import hmac
    from .context import AuthenticationError
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError(f'Protocol error, expected challenge: {message=}')
    message = message[len(_CHALLENGE):]
    connection.send_bytes(_PREFIX + hmac.digest(authkey, message, 'sha256'))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError('digest sent was rejected')
