"""HTTP/1.1, the client's side."""
import email.message
import http
import io
import re
import socket
from urllib.parse import urlsplit

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol', 'UnknownTransferEncoding',
           'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL', 'ImproperConnectionState', 'CannotSendRequest', 'CannotSendHeader',
           'ResponseNotReady', 'BadStatusLine', 'LineTooLong', 'RemoteDisconnected', 'error', 'responses', 'HTTPSConnection']

HTTP_PORT = 80
HTTPS_PORT = 443
_UNKNOWN = 'UNKNOWN'
_CS_IDLE, _CS_REQ_STARTED, _CS_REQ_SENT = 'Idle', 'Request-started', 'Request-sent'
_MAXLINE = 65536
_MAXHEADERS = 100

globals().update(http.HTTPStatus.__members__)
responses = {v: v.phrase for v in http.HTTPStatus.__members__.values()}

_BAD_NAME = re.compile(rb'[^:\s][^:\r\n]*')
_BAD_VALUE = re.compile(rb'\n(?![ \t])|\r(?![ \t\n])')
_BAD_URL = re.compile('[\x00-\x20\x7f]')
_BAD_METHOD = re.compile('[\x00-\x1f]')


class HTTPException(Exception):
    """What all exceptions of this module are."""


def _exceptions(base, *names):
    """Yield exception classes that are nothing but their name."""
    for name in names:
        yield type(name, (base,), {'__module__': __name__})


NotConnected, InvalidURL, UnknownTransferEncoding, UnimplementedFileMode, ImproperConnectionState = _exceptions(
    HTTPException, 'NotConnected', 'InvalidURL', 'UnknownTransferEncoding', 'UnimplementedFileMode', 'ImproperConnectionState')
CannotSendRequest, CannotSendHeader, ResponseNotReady = _exceptions(
    ImproperConnectionState, 'CannotSendRequest', 'CannotSendHeader', 'ResponseNotReady')


class UnknownProtocol(HTTPException):
    """The answer has a version of HTTP that is not known."""

    def __init__(self, version):
        self.version, self.args = version, (version,)


class IncompleteRead(HTTPException):
    """The connection ended before the body; partial is what came, expected how much more should have."""

    def __init__(self, partial, expected=None):
        self.partial, self.expected, self.args = partial, expected, (partial,)

    def __repr__(self):
        missing = '' if self.expected is None else f', {self.expected} more expected'
        return f'{type(self).__name__}({len(self.partial)} bytes read{missing})'

    __str__ = object.__str__


class BadStatusLine(HTTPException):
    """The answer does not begin as one."""

    def __init__(self, line):
        self.line = line or repr(line)
        self.args = (self.line,)


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        super().__init__('got more than %d bytes when reading %s' % (_MAXLINE, line_type))


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, '')
        ConnectionResetError.__init__(self, *pos, **kw)


error = HTTPException


class HTTPMessage(email.message.Message):
    """Headers."""

    def getallmatchingheaders(self, name):
        name = name.lower() + ':'
        return [line for line in self.keys() if (line.lower() + ':').startswith(name)]


def _read_headers(fp):
    lines = []
    while True:
        line = fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('header line')
        lines.append(line)
        if len(lines) > _MAXHEADERS:
            raise HTTPException('got more than %d headers' % _MAXHEADERS)
        if line in (b'\r\n', b'\n', b''):
            return lines


def parse_headers(fp, _class=HTTPMessage):
    import email.parser
    text = b''.join(_read_headers(fp)).decode('iso-8859-1')
    return email.parser.Parser(_class=_class).parsestr(text)


class HTTPResponse(io.BufferedIOBase):
    """An answer, to be read as a file."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile('rb')
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = self.status = self.reason = _UNKNOWN
        self.chunked = self.chunk_left = self.length = self.will_close = _UNKNOWN

    def _read_status(self):
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('status line')
        line = line.decode('iso-8859-1')
        if not line:
            raise RemoteDisconnected('Remote end closed connection without response')
        words = line.split(None, 2)
        if not words or not words[0].startswith('HTTP/'):
            self._close_conn()
            raise BadStatusLine(line)
        try:
            status = int(words[1])
            if not 100 <= status <= 999:
                raise ValueError
        except (IndexError, ValueError):
            raise BadStatusLine(line) from None
        return words[0], status, words[2].strip() if len(words) > 2 else ''

    def begin(self):
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != 100:
                break
            _read_headers(self.fp)
        self.code = self.status = status
        self.reason = reason
        if version in ('HTTP/1.0', 'HTTP/0.9'):
            self.version = 10
        elif version.startswith('HTTP/1.'):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        self.chunked = (self.headers.get('transfer-encoding') or '').lower() == 'chunked'
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = self._length()
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _length(self):
        if self.status in (204, 304) or 100 <= self.status < 200 or self._method == 'HEAD':
            return 0
        if self.chunked:
            return None
        try:
            n = int(self.headers.get('content-length'))
        except (TypeError, ValueError):
            return None
        return n if n >= 0 else None

    def _check_close(self):
        conn = (self.headers.get('connection') or '').lower()
        if self.version == 11:
            return 'close' in conn
        if self.headers.get('keep-alive') or 'keep-alive' in conn:
            return False
        return 'keep-alive' not in (self.headers.get('proxy-connection') or '').lower()

    def _close_conn(self):
        fp, self.fp = self.fp, None
        fp.close()

    def close(self):
        try:
            super().close()
        finally:
            if self.fp:
                self._close_conn()

    def flush(self):
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        return True

    def isclosed(self):
        return self.fp is None

    def read(self, amt=None):
        if self.fp is None:
            return b''
        if self._method == 'HEAD':
            self._close_conn()
            return b''
        if self.chunked:
            return self._read_chunked(amt)
        if amt is not None and amt >= 0:
            if self.length is not None:
                amt = min(amt, self.length)
            s = self.fp.read(amt)
            if not s and amt:
                self._close_conn()
            elif self.length is not None:
                self.length -= len(s)
                if not self.length:
                    self._close_conn()
            return s
        if self.length is None:
            s = self.fp.read()
        else:
            s = self.fp.read(self.length)
            if len(s) < self.length:
                raise IncompleteRead(s, self.length - len(s))
            self.length = 0
        self._close_conn()
        return s

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def _next_chunk(self):
        """The bytes left in this chunk, having begun the next one if there are none; None after the last."""
        if not self.chunk_left:
            if self.chunk_left is not None:
                self.fp.read(2)  # the end of the line after a chunk
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong('chunk size')
            try:
                self.chunk_left = int(line.partition(b';')[0], 16)
            except ValueError:
                self._close_conn()
                raise IncompleteRead(b'') from None
            if self.chunk_left == 0:
                while self.fp.readline(_MAXLINE + 1) not in (b'\r\n', b'\n', b''):
                    pass
                self._close_conn()
                self.chunk_left = None
        return self.chunk_left

    def _read_chunked(self, amt=None):
        if amt is not None and amt < 0:
            amt = None
        value = []
        while amt is None or amt > 0:
            if self.fp is None:
                break
            try:
                left = self._next_chunk()
            except IncompleteRead:
                raise IncompleteRead(b''.join(value)) from None
            if left is None:
                break
            n = left if amt is None else min(amt, left)
            s = self.fp.read(n)
            value.append(s)
            self.chunk_left -= len(s)
            if len(s) < n:
                raise IncompleteRead(b''.join(value))
            if amt is not None:
                amt -= n
        return b''.join(value)

    def read1(self, n=-1):
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            left = self._next_chunk()
            if left is None or n == 0:
                return b''
            s = self.fp.read1(left if n < 0 else min(n, left))
            self.chunk_left -= len(s)
            return s
        if self.length is not None and (n < 0 or n > self.length):
            n = self.length
        s = self.fp.read1(n)
        if not s and n:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(s)
        return s

    def readline(self, limit=-1):
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            return super().readline(limit)
        if self.length is not None and (limit < 0 or limit > self.length):
            limit = self.length
        s = self.fp.readline(limit)
        if not s and limit:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(s)
        return s

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        if self.headers is None:
            raise ResponseNotReady()
        values = self.headers.get_all(name) or default
        if isinstance(values, str) or not hasattr(values, '__iter__'):
            return values
        return ', '.join(values)

    def getheaders(self):
        if self.headers is None:
            raise ResponseNotReady()
        return list(self.headers.items())

    def __iter__(self):
        return self

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


class HTTPConnection:
    _http_vsn = 11
    _http_vsn_str = 'HTTP/1.1'
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout, self.source_address, self.blocksize = timeout, source_address, blocksize
        self.sock = None
        self._buffer = []
        self._response = None
        self._state = _CS_IDLE
        self._method = None
        self._tunnel_host = self._tunnel_port = None
        self._tunnel_headers = {}
        self.host, self.port = self._get_hostport(host, port)
        if m := _BAD_URL.search(self.host):
            raise InvalidURL(f"URL can't contain control characters. {self.host!r} (found at least {m.group()!r})")
        self._create_connection = socket.create_connection

    def _get_hostport(self, host, port):
        if port is None:
            i, bracket = host.rfind(':'), host.rfind(']')
            if i > bracket:
                try:
                    port = int(host[i + 1:])
                except ValueError:
                    if host[i + 1:] != '':
                        raise InvalidURL("nonnumeric port: '%s'" % host[i + 1:]) from None
                    port = self.default_port
                host = host[:i]
            else:
                port = self.default_port
        if host and host[0] == '[' and host[-1] == ']':
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = dict(headers or {})

    def _tunnel(self):
        lines = [f'CONNECT {self._tunnel_host}:{self._tunnel_port} HTTP/1.1', f'Host: {self._tunnel_host}:{self._tunnel_port}']
        lines += [f'{k}: {v}' for k, v in self._tunnel_headers.items()]
        self.send('\r\n'.join([*lines, '', '']).encode('latin-1'))
        response = self.response_class(self.sock, method='CONNECT')
        try:
            _, code, message = response._read_status()
            _read_headers(response.fp)
            if code != 200:
                self.close()
                raise OSError(f'Tunnel connection failed: {code} {message.strip()}')
        finally:
            response.close()

    def connect(self):
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        try:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            pass
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        self._state = _CS_IDLE
        sock, self.sock = self.sock, None
        if sock:
            sock.close()
        response, self._response = self._response, None
        if response:
            response.close()

    def send(self, data):
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if hasattr(data, 'read'):
            while block := data.read(self.blocksize):
                self.sock.sendall(block.encode('iso-8859-1') if isinstance(block, str) else block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not hasattr(data, '__iter__') or isinstance(data, str):
                raise TypeError('data should be a bytes-like object or an iterable, got %r' % type(data)) from None
            for d in data:
                self.sock.sendall(d)

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _CS_IDLE:
            raise CannotSendRequest(self._state)
        self._state = _CS_REQ_STARTED
        self._method = method
        if m := _BAD_METHOD.search(method):
            raise ValueError(f"method can't contain control characters. {method!r} (found at least {m.group()!r})")
        url = url or '/'
        if m := _BAD_URL.search(url):
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {m.group()!r})")
        self._buffer.append(f'{method} {url} {self._http_vsn_str}'.encode('ascii'))
        if skip_host:
            pass
        else:
            netloc = urlsplit(url).netloc if url.startswith('http') else ''
            if netloc:
                self.putheader('Host', netloc)
            else:
                host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
                if ':' in host:
                    host = f'[{host}]'
                self.putheader('Host', host if port == self.default_port else f'{host}:{port}')
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')

    def putheader(self, header, *values):
        if self._state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        if hasattr(header, 'encode'):
            header = header.encode('ascii')
        if not _BAD_NAME.fullmatch(header):
            raise ValueError('Invalid header name %r' % (header,))
        parts = []
        for v in values:
            v = v.encode('latin-1') if hasattr(v, 'encode') else str(v).encode('ascii') if isinstance(v, int) else v
            if _BAD_VALUE.search(v):
                raise ValueError('Invalid header value %r' % (v,))
            parts.append(v)
        self._buffer.append(header + b': ' + b'\r\n\t'.join(parts))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        self._state = _CS_REQ_SENT
        head = b'\r\n'.join([*self._buffer, b'', b''])
        self._buffer.clear()
        if isinstance(message_body, bytes) and len(message_body) < 16384 and not encode_chunked:
            self.send(head + message_body)
            return
        self.send(head)
        if message_body is not None:
            self._send_body(message_body, encode_chunked)

    def _send_body(self, body, chunked):
        if hasattr(body, 'read'):
            blocks = iter(lambda: body.read(self.blocksize), type(body.read(0))())
        elif isinstance(body, (bytes, bytearray, memoryview)):
            blocks = (body,)
        else:
            try:
                blocks = iter(body)
            except TypeError:
                raise TypeError('message_body should be a bytes-like object or an iterable, got %r' % type(body)) from None
        for block in blocks:
            if isinstance(block, str):
                block = block.encode('iso-8859-1')
            if len(block):
                self.send(b'%X\r\n%b\r\n' % (len(block), block) if chunked else block)
        if chunked:
            self.send(b'0\r\n\r\n')

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        given = {k.lower() for k in headers}
        self.putrequest(method, url, skip_host='host' in given, skip_accept_encoding='accept-encoding' in given)
        if isinstance(body, str):
            body = _encode(body, 'body')
        if 'content-length' not in given:
            if 'transfer-encoding' not in given:
                encode_chunked = False
                length = _body_length(body, method)
                if length is None and body is not None:
                    encode_chunked = True
                    self.putheader('Transfer-Encoding', 'chunked')
                elif length is not None:
                    self.putheader('Content-Length', str(length))
        else:
            encode_chunked = False
        for name, value in headers.items():
            self.putheader(name, value)
        self.endheaders(body, encode_chunked=encode_chunked)

    def getresponse(self):
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _CS_REQ_SENT or self._response:
            raise ResponseNotReady(self._state)
        response = self.response_class(self.sock, self.debuglevel, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self._state = _CS_IDLE
            if response.will_close:
                self.close()
            else:
                self._response = response
            return response
        except BaseException:
            response.close()
            raise


def _encode(data, name='data'):
    try:
        return data.encode('latin-1')
    except UnicodeEncodeError as err:
        raise UnicodeEncodeError(err.encoding, err.object, err.start, err.end,
                                 "%s (%.20r) is not valid Latin-1. Use %s.encode('utf-8') if you want to send it encoded in UTF-8."
                                 % (name.title(), data[err.start:err.end], name)) from None


def _body_length(body, method):
    if body is None:
        return 0 if method.upper() in ('PATCH', 'POST', 'PUT') else None
    if hasattr(body, 'read'):
        return None
    try:
        return memoryview(body).nbytes
    except TypeError:
        return len(body) if isinstance(body, str) else None


class HTTPSConnection(HTTPConnection):
    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)
        if context is None:
            import ssl
            context = ssl._create_default_https_context() if hasattr(ssl, '_create_default_https_context') else ssl.create_default_context()
        self._context = context

    def connect(self):
        super().connect()
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self._tunnel_host or self.host)
