"""TLS for sockets and for memory buffers.

The connections are those of _ssl, on Go's crypto/tls; this adds the enumerations, the context's conveniences, and the
classes that programs hold: SSLObject over two MemoryBIOs, SSLSocket over a socket.
"""
import base64
import errno
import os
import socket as _socket
import sys
import warnings
from collections import namedtuple
from enum import Enum, IntEnum, IntFlag
from socket import SOCK_STREAM, SOL_SOCKET, SO_TYPE, _GLOBAL_DEFAULT_TIMEOUT, create_connection, socket

import _ssl
from _ssl import (
    HAS_ALPN, HAS_ECDH, HAS_NPN, HAS_PSK, HAS_SNI, HAS_SSLv2, HAS_SSLv3, HAS_TLSv1, HAS_TLSv1_1, HAS_TLSv1_2, HAS_TLSv1_3,
    MemoryBIO, OPENSSL_VERSION, OPENSSL_VERSION_INFO, OPENSSL_VERSION_NUMBER, RAND_add, RAND_bytes, RAND_status,
    SSLCertVerificationError, SSLEOFError, SSLError, SSLSession, SSLSyscallError, SSLWantReadError, SSLWantWriteError,
    SSLZeroReturnError, _DEFAULT_CIPHERS, _OPENSSL_API_VERSION, _SSLContext)

socket_error = OSError
CertificateError = SSLCertVerificationError
CHANNEL_BINDING_TYPES = ['tls-unique']
HAS_NEVER_CHECK_COMMON_NAME = True
_RESTRICTED_SERVER_CIPHERS = _DEFAULT_CIPHERS


# -- enumerations ----------------------------------------------------------------------------


def _collect(kind, name, prefix):
    """An enumeration of the constants of _ssl with a prefix; its members become names of this module."""
    found = sorted(((value, key) for key, value in vars(_ssl).items()
                    if key.startswith(prefix) and key != 'PROTOCOL_SSLv23'), key=lambda item: (item[0], item[1]))
    group = kind(name, [(key, value) for value, key in found], module=__name__)
    globals().update(group.__members__)
    return group


_SSLMethod = _collect(IntEnum, '_SSLMethod', 'PROTOCOL_')
Options = _collect(IntFlag, 'Options', 'OP_')
AlertDescription = _collect(IntEnum, 'AlertDescription', 'ALERT_DESCRIPTION_')
SSLErrorNumber = _collect(IntEnum, 'SSLErrorNumber', 'SSL_ERROR_')
VerifyFlags = _collect(IntFlag, 'VerifyFlags', 'VERIFY_')
VerifyMode = _collect(IntEnum, 'VerifyMode', 'CERT_')
PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_TLS
_PROTOCOL_NAMES = {value: name for name, value in _SSLMethod.__members__.items()}


class TLSVersion(IntEnum):
    MINIMUM_SUPPORTED = _ssl.PROTO_MINIMUM_SUPPORTED
    SSLv3 = _ssl.PROTO_SSLv3
    TLSv1 = _ssl.PROTO_TLSv1
    TLSv1_1 = _ssl.PROTO_TLSv1_1
    TLSv1_2 = _ssl.PROTO_TLSv1_2
    TLSv1_3 = _ssl.PROTO_TLSv1_3
    MAXIMUM_SUPPORTED = _ssl.PROTO_MAXIMUM_SUPPORTED


_LATE_ENUMS = {
    # Of the TLS wire format (RFC 8446, appendix B), seldom needed: made when asked for.
    '_TLSContentType': dict(CHANGE_CIPHER_SPEC=20, ALERT=21, HANDSHAKE=22, APPLICATION_DATA=23, HEADER=0x100,
                            INNER_CONTENT_TYPE=0x101),
    '_TLSAlertType': dict(
        CLOSE_NOTIFY=0, UNEXPECTED_MESSAGE=10, BAD_RECORD_MAC=20, DECRYPTION_FAILED=21, RECORD_OVERFLOW=22,
        DECOMPRESSION_FAILURE=30, HANDSHAKE_FAILURE=40, NO_CERTIFICATE=41, BAD_CERTIFICATE=42,
        UNSUPPORTED_CERTIFICATE=43, CERTIFICATE_REVOKED=44, CERTIFICATE_EXPIRED=45, CERTIFICATE_UNKNOWN=46,
        ILLEGAL_PARAMETER=47, UNKNOWN_CA=48, ACCESS_DENIED=49, DECODE_ERROR=50, DECRYPT_ERROR=51,
        EXPORT_RESTRICTION=60, PROTOCOL_VERSION=70, INSUFFICIENT_SECURITY=71, INTERNAL_ERROR=80,
        INAPPROPRIATE_FALLBACK=86, USER_CANCELED=90, NO_RENEGOTIATION=100, MISSING_EXTENSION=109,
        UNSUPPORTED_EXTENSION=110, CERTIFICATE_UNOBTAINABLE=111, UNRECOGNIZED_NAME=112,
        BAD_CERTIFICATE_STATUS_RESPONSE=113, BAD_CERTIFICATE_HASH_VALUE=114, UNKNOWN_PSK_IDENTITY=115,
        CERTIFICATE_REQUIRED=116, NO_APPLICATION_PROTOCOL=120),
    '_TLSMessageType': dict(
        HELLO_REQUEST=0, CLIENT_HELLO=1, SERVER_HELLO=2, HELLO_VERIFY_REQUEST=3, NEWSESSION_TICKET=4,
        END_OF_EARLY_DATA=5, HELLO_RETRY_REQUEST=6, ENCRYPTED_EXTENSIONS=8, CERTIFICATE=11, SERVER_KEY_EXCHANGE=12,
        CERTIFICATE_REQUEST=13, SERVER_DONE=14, CERTIFICATE_VERIFY=15, CLIENT_KEY_EXCHANGE=16, FINISHED=20,
        CERTIFICATE_URL=21, CERTIFICATE_STATUS=22, SUPPLEMENTAL_DATA=23, KEY_UPDATE=24, NEXT_PROTO=67,
        MESSAGE_HASH=254, CHANGE_CIPHER_SPEC=0x0101),
}


def __getattr__(name):
    members = _LATE_ENUMS.get(name)
    if members is None:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    made = globals()[name] = IntEnum(name, members, module=__name__)
    return made


class _ASN1Object(namedtuple('_ASN1Object', 'nid shortname longname oid')):
    """An object identifier with OpenSSL's number and names."""
    __slots__ = ()

    def __new__(cls, oid):
        return super().__new__(cls, *_ssl.txt2obj(oid, name=False))

    @classmethod
    def fromnid(cls, nid):
        return super().__new__(cls, *_ssl.nid2obj(nid))

    @classmethod
    def fromname(cls, name):
        return super().__new__(cls, *_ssl.txt2obj(name, name=True))


class Purpose(_ASN1Object, Enum):
    """What a context is for: to check servers, or clients."""
    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


# -- verification paths -----------------------------------------------------------------------

DefaultVerifyPaths = namedtuple(
    'DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath')


def get_default_verify_paths():
    """Where certificates are looked for by default; the environment variables come first."""
    file_env, file, path_env, path = _ssl.get_default_verify_paths()
    cafile = os.environ.get(file_env, file)
    capath = os.environ.get(path_env, path)
    return DefaultVerifyPaths(cafile if os.path.isfile(cafile) else None, capath if os.path.isdir(capath) else None,
                              file_env, file, path_env, path)


def _dnsname_match(dn, hostname):
    """RFC 6125, 6.4.3: the left-most label may be a wildcard."""
    if not dn:
        return False
    if '*' not in dn:
        return dn.lower() == hostname.lower()
    if dn.count('*') > 1:
        raise CertificateError(f'too many wildcards in certificate DNS name: {dn!r}.')
    first, dot, rest = dn.partition('.')
    if '*' in rest:
        raise CertificateError(f'wildcard can only be present in the leftmost label: {dn!r}.')
    if not dot:
        raise CertificateError(f'sole wildcard without additional labels are not support: {dn!r}.')
    if first != '*':
        raise CertificateError(f'partial wildcards in leftmost label are not supported: {dn!r}.')
    label, dot, domain = hostname.partition('.')
    return bool(label and dot) and rest.lower() == domain.lower()


def _inet_paton(ipname):
    try:
        addr = _socket.inet_aton(ipname)
    except OSError:
        pass
    else:
        if _socket.inet_ntoa(addr) == ipname:
            return addr
        raise ValueError(f'{ipname!r} is not a quad-dotted IPv4 address.')
    try:
        return _socket.inet_pton(_socket.AF_INET6, ipname)
    except OSError:
        raise ValueError(f'{ipname!r} is neither an IPv4 nor an IP6 address.')


def _ipaddress_match(cert_ipaddress, host_ip):
    return _inet_paton(cert_ipaddress.rstrip()) == host_ip


# -- contexts -----------------------------------------------------------------------------------


def _protocol_list(protocols, kind):
    """The wire format of a list of protocol names."""
    wire = bytearray()
    for name in protocols:
        b = bytes(name, 'ascii')
        if not 0 < len(b) <= 255:
            raise SSLError(f'{kind} protocols must be 1 to 255 in length')
        wire.append(len(b))
        wire += b
    return wire


def _enumerated(name, kind, lenient=False):
    """A property that shows a number of _SSLContext as a member of an enumeration."""
    raw = getattr(_SSLContext, name)

    def get(self):
        value = raw.__get__(self)
        try:
            return kind(value)
        except ValueError:
            if lenient:
                return value
            raise

    def set(self, value):
        # A function of Python, because warnings point two levels up.
        raw.__set__(self, value)

    return property(get, set)


class SSLContext(_SSLContext):
    """The settings that connections share: certificates, authorities, protocols."""

    sslsocket_class = None  # set below
    sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            warnings.warn('ssl.SSLContext() without protocol argument is deprecated.', category=DeprecationWarning,
                          stacklevel=2)
            protocol = PROTOCOL_TLS
        return _SSLContext.__new__(cls, protocol)

    protocol = property(lambda self: _SSLMethod(_SSLContext.protocol.__get__(self)))
    options = _enumerated('options', Options)
    verify_flags = _enumerated('verify_flags', VerifyFlags)
    verify_mode = _enumerated('verify_mode', VerifyMode, lenient=True)
    maximum_version = _enumerated('maximum_version', TLSVersion)

    @property
    def minimum_version(self):
        return TLSVersion(_SSLContext.minimum_version.__get__(self))

    @minimum_version.setter
    def minimum_version(self, value):
        if value == TLSVersion.SSLv3:
            self.options &= ~Options.OP_NO_SSLv3
        _SSLContext.minimum_version.__set__(self, value)

    @property
    def hostname_checks_common_name(self):
        return not self._host_flags & _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    @hostname_checks_common_name.setter
    def hostname_checks_common_name(self, value):
        if value:
            self._host_flags &= ~_ssl.HOSTFLAG_NEVER_CHECK_SUBJECT
        else:
            self._host_flags |= _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    def _encode_hostname(self, hostname):
        if hostname is None:
            return None
        if isinstance(hostname, str):
            return hostname if _is_plain_host(hostname) else hostname.encode('idna').decode('ascii')
        return hostname.decode('ascii')

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):
        """Speak TLS over a socket, which the result replaces."""
        return self.sslsocket_class._create(
            sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
            suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname, context=self, session=session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """Speak TLS over two MemoryBIOs."""
        return self.sslobject_class._create(
            incoming, outgoing, server_side=server_side, server_hostname=self._encode_hostname(server_hostname),
            session=session, context=self)

    def set_npn_protocols(self, npn_protocols):
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)
        _protocol_list(npn_protocols, 'NPN')
        raise NotImplementedError('NPN is not supported')

    def set_alpn_protocols(self, alpn_protocols):
        """The application protocols to agree on, best first."""
        self._set_alpn_protocols(_protocol_list(alpn_protocols, 'ALPN'))

    def set_servername_callback(self, server_name_callback):
        """Older form of sni_callback, whose name argument is IDNA-encoded."""
        if server_name_callback is None:
            self.sni_callback = None
            return
        if not callable(server_name_callback):
            raise TypeError('not a callable object')

        def callback(sslobj, servername, sslctx):
            return server_name_callback(sslobj, self._encode_hostname(servername), sslctx)

        self.sni_callback = callback

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trust what the system trusts."""
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    def set_default_verify_paths(self):
        file_env, file, path_env, path = _ssl.get_default_verify_paths()
        cafile, capath = os.environ.get(file_env), os.environ.get(path_env)
        if not cafile and not capath:
            super().set_default_verify_paths()
            return
        # A variable replaces one place; the other stays.
        cafile, capath = cafile or file, capath or path
        if os.path.isfile(cafile):
            try:
                self.load_verify_locations(cafile)
            except SSLError:
                pass
        if os.path.isdir(capath):
            self.load_verify_locations(capath=capath)


def _is_plain_host(name):
    """Whether IDNA leaves the name alone: ASCII labels of fitting lengths."""
    if not name.isascii() or name.startswith('.') or '..' in name:
        return False
    return all(len(label) < 64 for label in name.split('.'))


def _check_purpose(purpose):
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose not in (Purpose.SERVER_AUTH, Purpose.CLIENT_AUTH):
        raise ValueError(purpose)


def _load_authorities(context, purpose, cafile, capath, cadata):
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    keylog = os.environ.get('SSLKEYLOGFILE')
    if keylog and not sys.flags.ignore_environment:
        context.keylog_filename = keylog


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context with settings that are safe today."""
    _check_purpose(purpose)
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
    else:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    context.verify_flags |= _ssl.VERIFY_X509_PARTIAL_CHAIN | _ssl.VERIFY_X509_STRICT
    _load_authorities(context, purpose, cafile, capath, cadata)
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None, cafile=None, capath=None,
                               cadata=None):
    """A context that checks nothing unless told to."""
    _check_purpose(purpose)
    if protocol is None:
        protocol = PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if check_hostname:
        context.check_hostname = True
    if keyfile and not certfile:
        raise ValueError('certfile must be specified')
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    _load_authorities(context, purpose, cafile, capath, cadata)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


# -- connections -----------------------------------------------------------------------------------

_NPN_WARNING = 'ssl NPN is deprecated, use ALPN instead'


def _der_list(chain):
    return [] if chain is None else [cert.public_bytes(_ssl.ENCODING_DER) for cert in chain]


class SSLObject:
    """A TLS connection over two MemoryBIOs: the program moves the ciphertext. SSLContext.wrap_bio() makes it."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_bio().')

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        self = cls.__new__(cls)
        self._sslobj = context._wrap_bio(incoming, outgoing, server_side=server_side, server_hostname=server_hostname,
                                         owner=self, session=session)
        return self

    @property
    def context(self):
        """The context in use."""
        return self._sslobj.context

    @context.setter
    def context(self, ctx):
        self._sslobj.context = ctx

    @property
    def session(self):
        """The client's session."""
        return self._sslobj.session

    @session.setter
    def session(self, session):
        self._sslobj.session = session

    @property
    def session_reused(self):
        """Whether the handshake resumed a session."""
        return self._sslobj.session_reused

    @property
    def server_side(self):
        """Whether this is the server's end."""
        return self._sslobj.server_side

    @property
    def server_hostname(self):
        """The name that the client asked for, or None."""
        return self._sslobj.server_hostname

    def read(self, len=1024, buffer=None):
        """Read up to len bytes, or into a buffer."""
        if buffer is None:
            return self._sslobj.read(len)
        return self._sslobj.read(len, buffer)

    def write(self, data):
        """Write bytes; returns how many were taken."""
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        """The peer's certificate: a dict ({} if it was not verified), or DER bytes; None if there is none."""
        return self._sslobj.getpeercert(binary_form)

    def get_verified_chain(self):
        """The verified chain as a list of DER bytes."""
        return _der_list(self._sslobj.get_verified_chain())

    def get_unverified_chain(self):
        """The chain that the peer sent as a list of DER bytes."""
        return _der_list(self._sslobj.get_unverified_chain())

    def selected_npn_protocol(self):
        warnings.warn(_NPN_WARNING, DeprecationWarning, stacklevel=2)

    def selected_alpn_protocol(self):
        """The application protocol agreed on, or None."""
        return self._sslobj.selected_alpn_protocol()

    def cipher(self):
        """(name, protocol version, secret bits), or None."""
        return self._sslobj.cipher()

    def shared_ciphers(self):
        """On a server: the ciphers that both ends have."""
        return self._sslobj.shared_ciphers()

    def compression(self):
        """None: there is no compression."""
        return self._sslobj.compression()

    def pending(self):
        """How many bytes can be read at once."""
        return self._sslobj.pending()

    def do_handshake(self):
        """Go on with the handshake."""
        self._sslobj.do_handshake()

    def unwrap(self):
        """End the TLS connection in order."""
        return self._sslobj.shutdown()

    def get_channel_binding(self, cb_type='tls-unique'):
        """Channel binding data (RFC 5929), or None."""
        return self._sslobj.get_channel_binding(cb_type)

    def version(self):
        """The protocol version, such as 'TLSv1.3', or None."""
        return self._sslobj.version()

    def verify_client_post_handshake(self):
        return self._sslobj.verify_client_post_handshake()


class SSLSocket(socket):
    """A TLS connection over a socket. SSLContext.wrap_socket() makes it."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_socket().')

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                server_hostname=None, context=None, session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        if server_side:
            if server_hostname:
                raise ValueError('server_hostname can only be specified in client mode')
            if session is not None:
                raise ValueError('session can only be specified in client mode')
        if context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        timeout = sock.gettimeout()
        kwargs = dict(family=sock.family, type=sock.type, proto=sock.proto, fileno=sock.fileno())
        self = cls.__new__(cls, **kwargs)
        super(SSLSocket, self).__init__(**kwargs)
        sock.detach()
        try:
            self._context, self._session, self._sslobj, self._closed = context, session, None, False
            self.server_side, self.server_hostname = server_side, context._encode_hostname(server_hostname)
            self.suppress_ragged_eofs, self.do_handshake_on_connect = suppress_ragged_eofs, do_handshake_on_connect
            self._connected = self._is_connected()
            self.settimeout(timeout)
            if self._connected:
                self._sslobj = context._wrap_socket(self, server_side, self.server_hostname, owner=self,
                                                    session=session)
                if do_handshake_on_connect:
                    if timeout == 0.0:
                        raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
                    self.do_handshake()
        except:
            try:
                self.close()
            except OSError:
                pass
            raise
        return self

    def _is_connected(self):
        try:
            self.getpeername()
            return True
        except OSError as exc:
            if exc.errno != errno.ENOTCONN:
                raise
            code = exc.errno
        # What came in before the connection was closed must not pass for what came through TLS.
        blocking = self.getblocking()
        self.setblocking(False)
        try:
            early = _socket.socket.recv(self, 1)
        except OSError as exc:
            if exc.errno not in (errno.ENOTCONN, errno.EINVAL):
                raise
            early = b''
        self.setblocking(blocking)
        if early:
            failure = SSLError(code, 'Closed before TLS handshake with data in recv buffer.')
            failure.reason = failure.strerror
            failure.library = None
            try:
                raise failure
            finally:
                failure = None
        return False

    @property
    def context(self):
        return self._context

    @context.setter
    def context(self, ctx):
        self._context = ctx
        self._sslobj.context = ctx

    @property
    def session(self):
        return None if self._sslobj is None else self._sslobj.session

    @session.setter
    def session(self, session):
        if self._sslobj is not None:
            self._sslobj.session = session
        self._session = session

    @property
    def session_reused(self):
        if self._sslobj is not None:
            return self._sslobj.session_reused

    def dup(self):
        raise NotImplementedError("Can't dup() %s instances" % self.__class__.__name__)

    def _checkClosed(self, msg=None):
        """For subclasses."""

    def _check_connected(self):
        if not self._connected:
            self.getpeername()

    def _refuse(self, operation, plain=False):
        if self._sslobj is not None or plain:
            raise ValueError(f'{operation} not allowed on instances of {self.__class__}')

    def _check_flags(self, flags, operation):
        if flags != 0:
            raise ValueError(f'non-zero flags not allowed in calls to {operation}() on {self.__class__}')

    def read(self, len=1024, buffer=None):
        """Read up to len bytes, or into a buffer; b'' (0) at the end."""
        self._checkClosed()
        if self._sslobj is None:
            raise ValueError('Read on closed or unwrapped SSL socket.')
        try:
            if buffer is not None:
                return self._sslobj.read(len, buffer)
            return self._sslobj.read(len)
        except SSLError as exc:
            if exc.args[0] == SSL_ERROR_EOF and self.suppress_ragged_eofs:
                return b'' if buffer is None else 0
            raise

    def write(self, data):
        """Write bytes; returns how many were taken."""
        self._checkClosed()
        if self._sslobj is None:
            raise ValueError('Write on closed or unwrapped SSL socket.')
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        """The peer's certificate: a dict ({} if it was not verified), or DER bytes; None if there is none."""
        self._checkClosed()
        self._check_connected()
        return self._sslobj.getpeercert(binary_form)

    def get_verified_chain(self):
        """The verified chain as a list of DER bytes."""
        return _der_list(self._sslobj.get_verified_chain())

    def get_unverified_chain(self):
        """The chain that the peer sent as a list of DER bytes."""
        return _der_list(self._sslobj.get_unverified_chain())

    def selected_npn_protocol(self):
        self._checkClosed()
        warnings.warn(_NPN_WARNING, DeprecationWarning, stacklevel=2)

    def _ask(self, method):
        self._checkClosed()
        return None if self._sslobj is None else getattr(self._sslobj, method)()

    def selected_alpn_protocol(self):
        """The application protocol agreed on, or None."""
        return self._ask('selected_alpn_protocol')

    def cipher(self):
        """(name, protocol version, secret bits), or None."""
        return self._ask('cipher')

    def shared_ciphers(self):
        """On a server: the ciphers that both ends have."""
        return self._ask('shared_ciphers')

    def compression(self):
        """None: there is no compression."""
        return self._ask('compression')

    def version(self):
        """The protocol version, such as 'TLSv1.3', or None."""
        return self._ask('version')

    def pending(self):
        """How many bytes can be read at once."""
        return self._ask('pending') or 0

    def send(self, data, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().send(data, flags)
        self._check_flags(flags, 'send')
        return self._sslobj.write(data)

    def sendto(self, data, flags_or_addr, addr=None):
        self._checkClosed()
        self._refuse('sendto')
        if addr is None:
            return super().sendto(data, flags_or_addr)
        return super().sendto(data, flags_or_addr, addr)

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError(f'sendmsg not allowed on instances of {self.__class__}')

    def sendall(self, data, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().sendall(data, flags)
        self._check_flags(flags, 'sendall')
        with memoryview(data) as view, view.cast('B') as octets:
            sent = 0
            while sent < len(octets):
                sent += self.send(octets[sent:])

    def sendfile(self, file, offset=0, count=None):
        """Send a file; returns the number of bytes."""
        return super().sendfile(file, offset, count)

    def recv(self, buflen=1024, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().recv(buflen, flags)
        self._check_flags(flags, 'recv')
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        self._checkClosed()
        if nbytes is None:
            nbytes = 1024
            if buffer is not None:
                with memoryview(buffer) as view:
                    nbytes = view.nbytes or 1024
        if self._sslobj is None:
            return super().recv_into(buffer, nbytes, flags)
        self._check_flags(flags, 'recv_into')
        return self.read(nbytes, buffer)

    def recvfrom(self, buflen=1024, flags=0):
        self._checkClosed()
        self._refuse('recvfrom')
        return super().recvfrom(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        self._checkClosed()
        self._refuse('recvfrom_into')
        return super().recvfrom_into(buffer, nbytes, flags)

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError(f'recvmsg not allowed on instances of {self.__class__}')

    def recvmsg_into(self, *args, **kwargs):
        raise NotImplementedError(f'recvmsg_into not allowed on instances of {self.__class__}')

    def shutdown(self, how):
        self._checkClosed()
        self._sslobj = None
        super().shutdown(how)

    def unwrap(self):
        """End the TLS connection in order; returns the socket to go on with."""
        if self._sslobj:
            plain = self._sslobj.shutdown()
            self._sslobj = None
            return plain
        raise ValueError('No SSL wrapper around ' + str(self))

    def verify_client_post_handshake(self):
        if self._sslobj:
            return self._sslobj.verify_client_post_handshake()
        raise ValueError('No SSL wrapper around ' + str(self))

    def _real_close(self):
        if self._sslobj is not None:
            self._sslobj._abandon()
        self._sslobj = None
        super()._real_close()

    def do_handshake(self, block=False):
        """Go on with the handshake."""
        self._check_connected()
        before = self.gettimeout()
        if block and before == 0.0:
            self.settimeout(None)
        try:
            self._sslobj.do_handshake()
        finally:
            self.settimeout(before)

    def _real_connect(self, addr, connect_ex):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._sslobj is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        self._sslobj = self.context._wrap_socket(self, False, self.server_hostname, owner=self, session=self._session)
        try:
            if connect_ex:
                error = super().connect_ex(addr)
            else:
                error = None
                super().connect(addr)
            if not error:
                self._connected = True
                if self.do_handshake_on_connect:
                    self.do_handshake()
            return error
        except (OSError, ValueError):
            self._sslobj = None
            raise

    def connect(self, addr):
        """Connect, and shake hands."""
        self._real_connect(addr, False)

    def connect_ex(self, addr):
        """Connect, and shake hands; the result is an error number."""
        return self._real_connect(addr, True)

    def accept(self):
        """Wait for a connection: (SSLSocket, address)."""
        plain, addr = super().accept()
        return self.context.wrap_socket(
            plain, do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs, server_side=True), addr

    def get_channel_binding(self, cb_type='tls-unique'):
        """Channel binding data (RFC 5929), or None."""
        if self._sslobj is not None:
            return self._sslobj.get_channel_binding(cb_type)
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError(f'{cb_type} channel binding type not implemented')
        return None


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


# -- helpers ------------------------------------------------------------------------------------------

_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')


def cert_time_to_seconds(cert_time):
    """Seconds since the epoch for a certificate's time, such as 'Jan  5 09:34:43 2018 GMT'."""
    from calendar import timegm
    from time import strptime
    rest = ' %d %H:%M:%S %Y GMT'
    month = cert_time[:3].title()
    if month not in _MONTHS:
        raise ValueError('time data %r does not match format "%%b%s"' % (cert_time, rest))
    parsed = strptime(cert_time[3:], rest)
    return timegm((parsed[0], _MONTHS.index(month) + 1) + parsed[2:6])


PEM_HEADER = '-----BEGIN CERTIFICATE-----'
PEM_FOOTER = '-----END CERTIFICATE-----'


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A DER certificate as PEM text."""
    text = str(base64.standard_b64encode(der_cert_bytes), 'ASCII', 'strict')
    lines = [text[i:i + 64] for i in range(0, len(text), 64)]
    return '\n'.join([PEM_HEADER, *lines, PEM_FOOTER, ''])


def PEM_cert_to_DER_cert(pem_cert_string):
    """A PEM certificate as DER bytes."""
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError('Invalid PEM encoding; must start with %s' % PEM_HEADER)
    text = pem_cert_string.strip()
    if not text.endswith(PEM_FOOTER):
        raise ValueError('Invalid PEM encoding; must end with %s' % PEM_FOOTER)
    return base64.decodebytes(text[len(PEM_HEADER):-len(PEM_FOOTER)].encode('ASCII', 'strict'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_GLOBAL_DEFAULT_TIMEOUT):
    """The certificate of a server as PEM text; verified if ca_certs is given."""
    host, port = addr
    context = _create_stdlib_context(ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED,
                                     cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as sock:
        with context.wrap_socket(sock, server_hostname=host) as connection:
            return DER_cert_to_PEM_cert(connection.getpeercert(True))


def get_protocol_name(protocol_code):
    return _PROTOCOL_NAMES.get(protocol_code, '<unknown>')
