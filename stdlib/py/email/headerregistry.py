"""Header values of EmailMessage: texts with parsed attributes."""
from email import utils
from email.header import decode_header

__all__ = ['Address', 'Group']


class Address:
    def __init__(self, display_name='', username='', domain='', addr_spec=None):
        inputs = ''.join(filter(None, (display_name, username, domain, addr_spec)))
        if '\r' in inputs or '\n' in inputs:
            raise ValueError('invalid arguments; address parts cannot contain CR or LF')
        if addr_spec is not None:
            if username or domain:
                raise TypeError('addrspec specified when username and/or domain also specified')
            username, _, domain = addr_spec.rpartition('@')
        self._display_name, self._username, self._domain = display_name, username, domain

    display_name = property(lambda self: self._display_name)
    username = property(lambda self: self._username)
    domain = property(lambda self: self._domain)

    @property
    def addr_spec(self):
        name = self._username
        if name and not all(c.isalnum() or c in "!#$%&'*+-/=?^_`{|}~." for c in name):
            name = '"%s"' % utils.quote(name)
        if self._domain:
            return name + '@' + self._domain
        return name or '<>'

    def __repr__(self):
        return '{}(display_name={!r}, username={!r}, domain={!r})'.format(type(self).__name__, self._display_name, self._username, self._domain)

    def __str__(self):
        name = self._display_name
        if not name:
            return self.addr_spec
        if any(c in '()<>@,:;".[]\\' for c in name):
            name = '"%s"' % utils.quote(name)
        return '{} <{}>'.format(name, '' if self.addr_spec == '<>' else self.addr_spec)

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self._display_name, self._username, self._domain) == (other._display_name, other._username, other._domain)


class Group:
    def __init__(self, display_name=None, addresses=None):
        self._display_name, self._addresses = display_name, tuple(addresses or ())

    display_name = property(lambda self: self._display_name)
    addresses = property(lambda self: self._addresses)

    def __repr__(self):
        return '{}(display_name={!r}, addresses={!r}'.format(type(self).__name__, self._display_name, self._addresses)

    def __str__(self):
        if self._display_name is None and len(self._addresses) == 1:
            return str(self._addresses[0])
        members = ', '.join(map(str, self._addresses))
        return f'{self._display_name}:{" " + members if members else ""};'


class BaseHeader(str):
    """The text of a header, decoded."""
    defects = ()
    max_count = None

    def __new__(cls, name, value):
        self = str.__new__(cls, cls._text(value))
        self._name = name
        self._fill(value)
        return self

    @classmethod
    def _text(cls, value):
        value = str(value)
        if '=?' not in value:
            return value
        return ''.join(p if isinstance(p, str) else p.decode(c or 'ascii', 'replace') for p, c in decode_header(value))

    def _fill(self, value):
        pass

    @property
    def name(self):
        return self._name

    def __reduce__(self):
        return type(self), (self._name, str(self))

    def fold(self, *, policy):
        return policy.fold(self._name, self, policy.max_line_length)


class AddressHeader(BaseHeader):
    @classmethod
    def _items(cls, value):
        if isinstance(value, (Address, Group)):
            return [value]
        if not isinstance(value, str):
            return list(value)
        text = BaseHeader._text(value)
        return [Address(name, addr_spec=spec) for name, spec in utils.getaddresses([text])]

    @classmethod
    def _text(cls, value):
        return ', '.join(map(str, cls._items(value)))

    def _fill(self, value):
        groups = [v if isinstance(v, Group) else Group(None, [v]) for v in self._items(value)]
        self.groups = tuple(groups)
        self.addresses = tuple(a for g in groups for a in g.addresses)

    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError('value of single address header {} is not a single address'.format(self.name))
        return self.addresses[0]


class DateHeader(BaseHeader):
    @classmethod
    def _text(cls, value):
        return value if isinstance(value, str) else utils.format_datetime(value)

    def _fill(self, value):
        try:
            self.datetime = utils.parsedate_to_datetime(value) if isinstance(value, str) else value
        except ValueError:
            self.datetime = None


class ContentTypeHeader(BaseHeader):
    def _fill(self, value):
        from email.message import _parse_params
        params = _parse_params(str(value))
        self.content_type = params[0][0].strip().lower() or 'text/plain'
        self.maintype, _, self.subtype = self.content_type.partition('/')
        self.params = {k: utils.collapse_rfc2231_value(v) for k, v in utils.decode_params(params)[1:]}


class ContentDispositionHeader(ContentTypeHeader):
    def _fill(self, value):
        super()._fill(value)
        self.content_disposition = self.content_type


_CLASSES = {'date': DateHeader, 'resent-date': DateHeader, 'content-type': ContentTypeHeader, 'content-disposition': ContentDispositionHeader,
            **dict.fromkeys(['to', 'cc', 'bcc', 'from', 'sender', 'reply-to', 'resent-to', 'resent-cc', 'resent-bcc', 'resent-from',
                             'resent-sender'], AddressHeader)}


def make_header(name, value):
    return _CLASSES.get(name.lower(), BaseHeader)(name, value)
