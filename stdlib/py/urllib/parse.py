"""Parsing, joining and quoting of URLs."""

import functools
import re
import types
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote",
           "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
           "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtsps',
                 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews', 'prospero',
               'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws', 'wss', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel']
non_hierarchical = ['gopher', 'hdl', 'mailto', 'news', 'telnet', 'wais', 'imap', 'snews', 'sip', 'sips']
uses_query = ['', 'http', 'wais', 'imap', 'https', 'shttp', 'mms', 'gopher', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips']
uses_fragment = ['', 'ftp', 'hdl', 'http', 'gopher', 'news', 'nntp', 'wais', 'https', 'shttp', 'snews', 'file', 'prospero']
scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'
_C0_OR_SPACE = ''.join(map(chr, range(33)))
_WITHOUT_UNSAFE = str.maketrans('', '', '\t\r\n')


def clear_cache():
    urlsplit.cache_clear()


_encoding = 'ascii'
_errors = 'strict'


def _noop(obj):
    return obj


def _encode_result(obj, encoding=_encoding, errors=_errors):
    return obj.encode(encoding, errors)


def _decode_args(args):
    return tuple(x.decode(_encoding, _errors) if x else '' for x in args)


def _coerce_args(*args):
    """Decode bytes arguments; the last item returned encodes the result again."""
    is_str = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_str:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_str:
        return args + (_noop,)
    return _decode_args(args) + (_encode_result,)


class _ResultMixinStr:
    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        return self._encoded_counterpart(*[part.encode(encoding, errors) for part in self])


class _ResultMixinBytes:
    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        return self._decoded_counterpart(*[part.decode(encoding, errors) for part in self])


class _NetlocResultMixinBase:
    """The parts of netloc, user:password@host:port, as properties. _SIGNS are the signs in it: @ : [ ] %."""

    __slots__ = ()
    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def _userinfo(self):
        """(user, password), None for what is not there."""
        at, colon = self._SIGNS[:2]
        info, has_info, _ = self.netloc.rpartition(at)
        user, has_password, password = info.partition(colon)
        return user if has_info else None, password if has_password else None

    @property
    def _hostinfo(self):
        """(host, port), None for a port that is not there. An address in brackets may have colons."""
        at, colon, left, right, _ = self._SIGNS
        host = self.netloc.rpartition(at)[2]
        _, in_brackets, address = host.partition(left)
        if in_brackets:
            host, _, rest = address.partition(right)
        else:
            host, _, rest = host.partition(colon)
            rest = colon + rest
        return host, rest.partition(colon)[2] or None

    username = property(lambda self: self._userinfo[0])
    password = property(lambda self: self._userinfo[1])

    @property
    def hostname(self):
        # The zone of an address, behind a percent sign, keeps its case.
        address, percent, zone = self._hostinfo[0].partition(self._SIGNS[4])
        return address.lower() + percent + zone or None

    @property
    def port(self):
        digits = self._hostinfo[1]
        if digits is None:
            return None
        if not (digits.isascii() and digits.isdigit()):
            raise ValueError(f"Port could not be cast to integer value as {digits!r}")
        port = int(digits)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port


class _NetlocResultMixinStr(_NetlocResultMixinBase, _ResultMixinStr):
    __slots__ = ()
    _SIGNS = tuple('@:[]%')


class _NetlocResultMixinBytes(_NetlocResultMixinBase, _ResultMixinBytes):
    __slots__ = ()
    _SIGNS = b'@', b':', b'[', b']', b'%'


ResultBase = _NetlocResultMixinStr


def _geturl_without_fragment(self):
    hash_sign = '#' if isinstance(self.url, str) else b'#'
    return self.url + hash_sign + self.fragment if self.fragment else self.url


def _result_classes(name, fields, mixins, geturl):
    """A named tuple for parts that are str, and one for bytes, each of which can become the other."""
    base = namedtuple(name, fields, module=__name__)
    both = [type(name + suffix, (base, mixin), {'__slots__': (), '__module__': __name__, 'geturl': geturl})
            for suffix, mixin in zip(('', 'Bytes'), mixins)]
    both[0]._encoded_counterpart, both[1]._decoded_counterpart = both[1], both[0]
    return base, *both


_NETLOC_MIXINS = _NetlocResultMixinStr, _NetlocResultMixinBytes
_DefragResultBase, DefragResult, DefragResultBytes = _result_classes(
    'DefragResult', 'url fragment', (_ResultMixinStr, _ResultMixinBytes), _geturl_without_fragment)
_SplitResultBase, SplitResult, SplitResultBytes = _result_classes(
    'SplitResult', 'scheme netloc path query fragment', _NETLOC_MIXINS, lambda self: urlunsplit(self))
_ParseResultBase, ParseResult, ParseResultBytes = _result_classes(
    'ParseResult', 'scheme netloc path params query fragment', _NETLOC_MIXINS, lambda self: urlunparse(self))


def urlparse(url, scheme='', allow_fragments=True):
    """Split a URL into scheme, netloc, path, params, query and fragment."""
    url, scheme, coerce = _coerce_args(url, scheme)
    scheme, netloc, url, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in url:
        url, params = _splitparams(url)
    return coerce(ParseResult(scheme, netloc, url, params, query, fragment))


def _splitparams(url):
    if '/' in url:
        i = url.find(';', url.rfind('/'))
        if i < 0:
            return url, ''
    else:
        i = url.find(';')
    return url[:i], url[i + 1:]


def _splitnetloc(url, start=0):
    end = len(url)
    for c in '/?#':
        i = url.find(c, start)
        if i >= 0:
            end = min(end, i)
    return url[start:end], url[end:]


def _checknetloc(netloc):
    if not netloc or netloc.isascii():
        return
    import unicodedata
    n = netloc.replace('@', '').replace(':', '').replace('#', '').replace('?', '')
    normal = unicodedata.normalize('NFKC', n)
    if n == normal:
        return
    for c in '/?#@:':
        if c in normal:
            raise ValueError("netloc '" + netloc + "' contains invalid characters under NFKC normalization")


def _check_bracketed_netloc(netloc):
    hostname_and_port = netloc.rpartition('@')[2]
    before, have_open, bracketed = hostname_and_port.partition('[')
    if have_open:
        if before:
            raise ValueError("Invalid IPv6 URL")
        hostname, _, port = bracketed.partition(']')
        if port and not port.startswith(":"):
            raise ValueError("Invalid IPv6 URL")
    else:
        hostname, _, port = hostname_and_port.partition(':')
    _check_bracketed_host(hostname)


def _check_bracketed_host(hostname):
    if hostname.startswith('v'):
        if not re.match(r"\Av[a-fA-F0-9]+\..+\Z", hostname):
            raise ValueError("IPvFuture address is invalid")
    else:
        import ipaddress
        if isinstance(ipaddress.ip_address(hostname), ipaddress.IPv4Address):
            raise ValueError("An IPv4 address cannot be in brackets")


@functools.lru_cache(typed=True)
def urlsplit(url, scheme='', allow_fragments=True):
    """Split a URL into scheme, netloc, path, query and fragment."""
    url, scheme, coerce = _coerce_args(url, scheme)
    url = url.lstrip(_C0_OR_SPACE).translate(_WITHOUT_UNSAFE)
    scheme = scheme.strip(_C0_OR_SPACE).translate(_WITHOUT_UNSAFE)
    netloc = query = fragment = ''
    before, colon, after = url.partition(':')
    if colon and before[:1].isascii() and before[:1].isalpha() and not before.strip(scheme_chars):
        scheme, url = before.lower(), after
    if url[:2] == '//':
        netloc, url = _splitnetloc(url, 2)
        if ('[' in netloc) != (']' in netloc):
            raise ValueError("Invalid IPv6 URL")
        if '[' in netloc and ']' in netloc:
            _check_bracketed_netloc(netloc)
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    _checknetloc(netloc)
    return coerce(SplitResult(scheme, netloc, url, query, fragment))


def urlunparse(components):
    """Put the six parts of a URL together."""
    scheme, netloc, url, params, query, fragment, coerce = _coerce_args(*components)
    if params:
        url = "%s;%s" % (url, params)
    return coerce(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """Put the five parts of a URL together."""
    scheme, netloc, url, query, fragment, coerce = _coerce_args(*components)
    if netloc or url[:2] == '//':
        has_netloc = True
    else:
        # An empty one is written where it belongs to the scheme, as in file:///path.
        has_netloc = scheme and scheme in uses_netloc and url[:1] in ('', '/')
    if netloc and url[:1] not in ('', '/'):
        url = '/' + url
    parts = [(scheme, scheme + ':'), (has_netloc, '//' + netloc), (url, url), (query, '?' + query), (fragment, '#' + fragment)]
    return coerce(''.join([text for wanted, text in parts if wanted]))


def urljoin(base, url, allow_fragments=True):
    """Return the absolute form of a URL that stands in a page at base."""
    if not base:
        return url
    if not url:
        return base
    base, url, coerce = _coerce_args(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return coerce(url)
    if scheme in uses_netloc:
        if netloc:
            return coerce(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = bnetloc
    if not path and not params:
        path = bpath
        params = bparams
        if not query:
            query = bquery
        return coerce(urlunparse((scheme, netloc, path, params, query, fragment)))
    base_parts = bpath.split('/')
    if base_parts[-1] != '':
        del base_parts[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = base_parts + path.split('/')
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for seg in segments:
        if seg == '..':
            if resolved:
                resolved.pop()
        elif seg != '.':
            resolved.append(seg)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return coerce(urlunparse((scheme, netloc, '/'.join(resolved) or '/', params, query, fragment)))


def urldefrag(url):
    """Return the URL without its fragment, and the fragment."""
    url, coerce = _coerce_args(url)
    if '#' in url:
        s, n, p, a, q, frag = urlparse(url)
        defrag = urlunparse((s, n, p, a, q, ''))
    else:
        defrag = url
        frag = ''
    return coerce(DefragResult(defrag, frag))


_hexvalues = {}


def unquote_to_bytes(string):
    """Replace %xx by the bytes."""
    if not string:
        string.split
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    parts = string.split(b'%')
    if len(parts) == 1:
        return string
    if not _hexvalues:
        hexdig = '0123456789ABCDEFabcdef'
        _hexvalues.update({(a + b).encode(): bytes.fromhex(a + b) for a in hexdig for b in hexdig})
    out = [parts[0]]
    for part in parts[1:]:
        byte = _hexvalues.get(part[:2])
        if byte is None:
            out.append(b'%')
            out.append(part)
        else:
            out.append(byte)
            out.append(part[2:])
    return b''.join(out)


_asciire = re.compile('([\x00-\x7f]+)')


def unquote(string, encoding='utf-8', errors='replace'):
    """Replace %xx by the characters that the bytes stand for."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode('utf-8' if encoding is None else encoding, 'replace' if errors is None else errors)
    if '%' not in string:
        string.split
        return string
    if encoding is None:
        encoding = 'utf-8'
    if errors is None:
        errors = 'replace'
    pieces = _asciire.split(string)
    for i in range(1, len(pieces), 2):
        pieces[i] = unquote_to_bytes(pieces[i]).decode(encoding, errors)
    return ''.join(pieces)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    """Parse a query string into a dict of lists."""
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding=encoding, errors=errors,
                                 max_num_fields=max_num_fields, separator=separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    """Parse a query string into a list of pairs."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if not qs:
        return []
    if isinstance(qs, str):
        equals = '='
        if isinstance(separator, bytes):
            separator = separator.decode('ascii')
    else:
        qs, equals = bytes(memoryview(qs)), b'='
        if isinstance(separator, str):
            separator = separator.encode('ascii')

    def decoded(text):
        if isinstance(text, bytes):
            return unquote_to_bytes(text.replace(b'+', b' '))
        return unquote_plus(text, encoding=encoding, errors=errors)

    fields = qs.split(separator)
    if max_num_fields is not None and len(fields) > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in fields:
        name, has_value, value = field.partition(equals)
        if strict_parsing and not has_value:
            raise ValueError(f"bad query field: {field!r}")
        if value or (field and keep_blank_values):
            pairs.append((decoded(name), decoded(value)))
    return pairs


def unquote_plus(string, encoding='utf-8', errors='replace'):
    """Like unquote, with + for blanks."""
    return unquote(string.replace('+', ' '), encoding, errors)


_ALWAYS_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZ' b'abcdefghijklmnopqrstuvwxyz' b'0123456789' b'_.-~')
_ALWAYS_SAFE_BYTES = bytes(_ALWAYS_SAFE)
_NOT_ASCII = bytes(range(128, 256))


class _Quoter(dict):
    """Maps bytes to their quoted form, computed at first use."""

    def __init__(self, safe):
        self.safe = _ALWAYS_SAFE.union(safe)

    def __repr__(self):
        return f"<Quoter {dict(self)!r}>"

    def __missing__(self, b):
        res = chr(b) if b in self.safe else '%{:02X}'.format(b)
        self[b] = res
        return res


def quote(string, safe='/', encoding=None, errors=None):
    """Replace special characters by %xx."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    else:
        for option, given in (('encoding', encoding), ('errors', errors)):
            if given is not None:
                raise TypeError(f"quote() doesn't support '{option}' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    """Like quote, with + for blanks."""
    if isinstance(string, str) and ' ' not in string or isinstance(string, bytes) and b' ' not in string:
        return quote(string, safe, encoding, errors)
    space = ' ' if isinstance(safe, str) else b' '
    return quote(string, safe + space, encoding, errors).replace(' ', '+')


@functools.lru_cache
def _byte_quoter_factory(safe):
    return _Quoter(safe).__getitem__


def quote_from_bytes(bs, safe='/'):
    """Like quote, for bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ''
    safe = safe.encode('ascii', 'ignore') if isinstance(safe, str) else bytes(safe).translate(None, _NOT_ASCII)
    if bs.strip(_ALWAYS_SAFE_BYTES + safe):
        return ''.join(map(_byte_quoter_factory(safe), bs))
    return bs.decode()


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """Encode a dict or a sequence of pairs as a query string."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as err:
            raise TypeError("not a valid non-string sequence or mapping object") from err

    def enc(v):
        if isinstance(v, bytes):
            return quote_via(v, safe)
        return quote_via(v if isinstance(v, str) else str(v), safe, encoding, errors)
    out = []
    for k, v in query:
        k = enc(k)
        if not doseq or isinstance(v, (bytes, str)):
            out.append(k + '=' + enc(v))
            continue
        try:
            len(v)
        except TypeError:
            out.append(k + '=' + enc(v))
        else:
            for elt in v:
                out.append(k + '=' + enc(elt))
    return '&'.join(out)


def unwrap(url):
    """Turn '<URL:scheme://host/path>' into 'scheme://host/path'."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    if url[:4] == 'URL:':
        url = url[4:].strip()
    return url
