"""Message and EmailMessage."""
import binascii
import quopri
import re
from io import BytesIO, StringIO

from email import utils
from email.policy import compat32

__all__ = ['Message', 'EmailMessage']

_SPECIAL = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _parse_params(value):
    """The parts of a header between semicolons, as (name, value); the first is (value, '')."""
    parts, text = [], ''
    quoted = False
    for piece in value.split(';'):
        text = text + ';' + piece if quoted else piece
        quoted = (text.count('"') - text.count('\\"')) % 2 == 1
        if not quoted:
            parts.append(text)
    if quoted:
        parts.append(text)
    params = []
    for i, part in enumerate(parts):
        name, eq, val = part.partition('=')
        if i and eq:
            params.append((name.strip().lower(), val.strip()))
        elif i == 0 or part.strip():
            params.append((part.strip(), ''))
    return params


def _format_param(param, value=None, quote=True):
    if value is None or not len(value):
        return param
    if isinstance(value, tuple):
        return '%s=%s' % (param + '*', utils.encode_rfc2231(value[2], value[0], value[1]))
    if not value.isascii():
        return '%s=%s' % (param + '*', utils.encode_rfc2231(value, 'utf-8', ''))
    if quote or _SPECIAL.search(value):
        return '%s="%s"' % (param, utils.quote(value))
    return '%s=%s' % (param, value)


class Message:
    """Headers, in order, and a payload: text, or the list of the parts."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers, self.defects = [], []
        self._payload = self._charset = self._unixfrom = None
        # The text before the first and after the last part.
        self.preamble = self.epilogue = None
        self._default_type = 'text/plain'

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        from email.generator import Generator
        fp = StringIO()
        Generator(fp, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy or self.policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def as_bytes(self, unixfrom=False, policy=None):
        from email.generator import BytesGenerator
        fp = BytesIO()
        BytesGenerator(fp, mangle_from_=False, policy=policy or self.policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    __bytes__ = as_bytes

    def is_multipart(self):
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    # The payload.

    def attach(self, payload):
        if self._payload is None:
            self._payload = [payload]
        else:
            try:
                self._payload.append(payload)
            except AttributeError:
                raise TypeError('Attach is not valid on a message with a non-multipart payload') from None

    def get_payload(self, i=None, decode=False):
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError('Expected list, got %s' % type(self._payload))
        payload = self._payload
        cte = str(self.get('content-transfer-encoding', '')).lower()
        if not decode:
            if isinstance(payload, str) and not payload.isascii() and _has_surrogates(payload):
                data = payload.encode('ascii', 'surrogateescape')
                try:
                    return data.decode(self.get_content_charset('ascii'), 'replace')
                except LookupError:
                    return data.decode('ascii', 'replace')
            return payload
        if not isinstance(payload, str):
            return payload
        data = payload.encode('ascii', 'surrogateescape') if payload.isascii() or _has_surrogates(payload) else \
            payload.encode('raw-unicode-escape')
        if cte == 'quoted-printable':
            return quopri.decodestring(data)
        if cte == 'base64':
            try:
                return binascii.a2b_base64(b''.join(data.splitlines()))
            except binascii.Error:
                return data
        if cte in ('x-uuencode', 'uuencode', 'uue', 'x-uue'):
            return b''.join(map(binascii.a2b_uu, data.splitlines()[1:-1]))
        return data

    def set_payload(self, payload, charset=None):
        if hasattr(payload, 'encode'):
            if charset is not None:
                from email.charset import Charset
                name = charset.output_charset if isinstance(charset, Charset) else Charset(charset).output_charset
                payload = payload.encode(name, 'surrogateescape').decode('ascii', 'surrogateescape')
            elif not payload.isascii() and _has_surrogates(payload):
                pass
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        if charset is None:
            self.del_param('charset')
            self._charset = None
            return
        from email.charset import Charset
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if 'MIME-Version' not in self:
            self.add_header('MIME-Version', '1.0')
        if 'Content-Type' not in self:
            self.add_header('Content-Type', 'text/plain', charset=charset.get_output_charset())
        else:
            self.set_param('charset', charset.get_output_charset())
        if 'Content-Transfer-Encoding' not in self:
            cte = charset.get_body_encoding()
            if self._payload and cte != '7bit':
                self._payload = charset.body_encode(self._payload.encode('ascii', 'surrogateescape'))
            self.add_header('Content-Transfer-Encoding', cte)

    def get_charset(self):
        return self._charset

    # The headers, as a mapping that keeps their order and repetitions.

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most and sum(k.lower() == name.lower() for k, _ in self._headers) >= most:
            raise ValueError('There may be at most {} {} headers in a message'.format(most, name))
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [h for h in self._headers if h[0].lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any(k.lower() == name for k, _ in self._headers)

    def __iter__(self):
        for field, _ in self._headers:
            yield field

    def keys(self):
        return [k for k, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers]

    def items(self):
        return [(k, self.policy.header_fetch_parse(k, v)) for k, v in self._headers]

    def get(self, name, failobj=None):
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return self.policy.header_fetch_parse(k, v)
        return failobj

    def get_all(self, name, failobj=None):
        found = [self.policy.header_fetch_parse(k, v) for k, v in self._headers if k.lower() == name.lower()]
        return found or failobj

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def add_header(self, _name, _value, **_params):
        parts = [] if _value is None else [_value]
        for k, v in _params.items():
            k = k.replace('_', '-')
            parts.append(k if v is None else _format_param(k, v))
        self[_name] = '; '.join(parts)

    def replace_header(self, _name, _value):
        for i, (k, _) in enumerate(self._headers):
            if k.lower() == _name.lower():
                self._headers[i] = self.policy.header_store_parse(k, _value)
                return
        raise KeyError(_name)

    # The type of the content.

    def get_content_type(self):
        value = self.get('content-type')
        if value is None:
            return self.get_default_type()
        ctype = _parse_params(str(value))[0][0].lower()
        return ctype if ctype.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _get_params_preserve(self, failobj, header):
        value = self.get(header)
        return failobj if value is None else utils.decode_params(_parse_params(str(value)))

    def get_params(self, failobj=None, header='content-type', unquote=True):
        params = self._get_params_preserve(None, header)
        if params is None:
            return failobj
        if unquote:
            return [(k, _unquoted(v)) for k, v in params]
        return params

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        for k, v in self._get_params_preserve([], header):
            if k.lower() == param.lower():
                return _unquoted(v) if unquote else v
        return failobj

    def set_param(self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False):
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        current = str(self.get(header, '')) or ('text/plain' if header.lower() == 'content-type' else '')
        pieces, done = [], False
        for i, (k, v) in enumerate(_parse_params(current)):
            if i and k == param.lower():
                pieces.append(_format_param(param, value, requote))
                done = True
            elif i:
                pieces.append(_format_param(k, _unquoted(v), requote))
            else:
                pieces.append(k)
        if not done:
            pieces.append(_format_param(param, value, requote))
        text = '; '.join(p for p in pieces if p)
        if header in self:
            if str(self[header]) != text:
                if replace:
                    self.replace_header(header, text)
                else:
                    del self[header]
                    self[header] = text
        else:
            self[header] = text

    def del_param(self, param, header='content-type', requote=True):
        if header not in self:
            return
        params = _parse_params(str(self[header]))
        text = '; '.join([params[0][0]] + [_format_param(k, _unquoted(v), requote) for k, v in params[1:] if k != param.lower()])
        if text != str(self.get(header)):
            del self[header]
            self[header] = text

    def set_type(self, type, header='Content-Type', requote=True):
        if type.count('/') != 1:
            raise ValueError
        params = self.get_params(header=header, unquote=requote) if header in self else ()
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        del self[header]
        self[header] = type
        # The first is the old type.
        for name, value in params[1:]:
            self.set_param(name, value, header, requote)

    def get_filename(self, failobj=None):
        name = self.get_param('filename', None, 'content-disposition')
        if name is None:
            name = self.get_param('name', None, 'content-type')
        return failobj if name is None else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        boundary = self.get_param('boundary')
        return failobj if boundary is None else utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        if self.get('content-type') is None:
            from email.errors import HeaderParseError
            raise HeaderParseError('No Content-Type header found')
        self.set_param('boundary', boundary, replace=True)

    def get_content_charset(self, failobj=None):
        charset = self.get_param('charset')
        if charset is None:
            return failobj
        if isinstance(charset, tuple):
            charset = utils.collapse_rfc2231_value(charset)
        return charset.lower() if charset.isascii() else failobj

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        value = self.get('content-disposition')
        return None if value is None else _parse_params(str(value))[0][0].lower()

    def walk(self):
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


def _has_surrogates(s):
    return any('\udc80' <= c <= '\udcff' for c in s)


def _unquoted(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


class MIMEPart(Message):
    """A message or part with methods for its content."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default as policy
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        policy = policy or self.policy
        return super().as_string(unixfrom, policy.max_line_length if maxheaderlen is None else maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        return self.get_content_disposition() == 'attachment'

    def get_body(self, preferencelist=('related', 'html', 'plain')):
        best, found = len(preferencelist), None
        for kind, part in self._bodies(self, preferencelist):
            rank = preferencelist.index(kind)
            if rank < best:
                best, found = rank, part
        return found

    def _bodies(self, part, wanted):
        if part.is_attachment():
            return
        main, sub = part.get_content_type().split('/')
        if main == 'text':
            if sub in wanted:
                yield sub, part
        elif main == 'multipart' and part.is_multipart():
            if sub != 'related':
                for p in part._payload if sub != 'mixed' else part._payload[:1]:
                    yield from self._bodies(p, wanted)
                return
            if 'related' in wanted:
                yield 'related', part
            if part._payload:
                yield from self._bodies(part._payload[0], wanted)

    def iter_attachments(self):
        main, sub = self.get_content_type().split('/')
        if main != 'multipart' or sub == 'alternative' or not self.is_multipart():
            return
        parts = list(self._payload)
        if sub == 'related':
            yield from parts[1:]
            return
        body_kinds = {('text', 'plain'), ('text', 'html'), ('multipart', 'related'), ('multipart', 'alternative')}
        seen = set()
        for part in parts:
            kind = tuple(part.get_content_type().split('/'))
            if kind in body_kinds and not part.is_attachment() and kind not in seen:
                seen.add(kind)
                continue
            yield part

    def iter_parts(self):
        if self.is_multipart():
            yield from self._payload

    def get_content(self, *args, content_manager=None, **kw):
        from email.contentmanager import get_content
        return get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        from email.contentmanager import set_content
        set_content(self, *args, **kw)

    def _make_multipart(self, subtype, disallowed, boundary):
        if self.get_content_maintype() == 'multipart':
            existing = self.get_content_subtype()
            if existing in disallowed + (subtype,):
                raise ValueError('Cannot convert {} to {}'.format(existing, subtype))
        keep, content = [], []
        for name, value in self._headers:
            (content if name.lower().startswith('content-') else keep).append((name, value))
        if content:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = content, self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = keep
        self['Content-Type'] = 'multipart/' + subtype
        if boundary is not None:
            self.set_param('boundary', boundary)

    # A message may only become what can contain what it is.

    def make_mixed(self, boundary=None):
        self._make_multipart('mixed', (), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart('alternative', ('mixed',), boundary)

    def make_related(self, boundary=None):
        self._make_multipart('related', ('alternative', 'mixed'), boundary)

    def _add(self, _subtype, *args, disposition=None, **kw):
        if self.get_content_maintype() != 'multipart' or self.get_content_subtype() != _subtype:
            getattr(self, 'make_' + _subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and 'content-disposition' not in part:
            part['Content-Disposition'] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        self._add('related', *args, disposition='inline', **kw)

    def add_alternative(self, *args, **kw):
        self._add('alternative', *args, **kw)

    def add_attachment(self, *args, **kw):
        self._add('mixed', *args, disposition='attachment', **kw)

    def clear(self):
        self._headers = []
        self._payload = None

    def clear_content(self):
        self._headers = [(n, v) for n, v in self._headers if not n.lower().startswith('content-')]
        self._payload = None


class EmailMessage(MIMEPart):
    """A whole message."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
