"""Policies: how messages are read and written."""
import copy

__all__ = ['Compat32', 'compat32', 'Policy', 'EmailPolicy', 'default', 'strict', 'SMTP', 'HTTP', 'SMTPUTF8']


class Policy:
    raise_on_defect = False
    linesep = '\n'
    cte_type = '8bit'
    max_line_length = 78
    mangle_from_ = False
    message_factory = None
    verify_generated_headers = True

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(type(self), name):
                raise TypeError('{!r} is an invalid keyword argument for {}'.format(name, type(self).__name__))
            self.__dict__[name] = value

    def __repr__(self):
        return '{}({})'.format(type(self).__name__, ', '.join(f'{k}={v!r}' for k, v in self.__dict__.items()))

    def clone(self, **kw):
        return type(self)(**{**self.__dict__, **kw})

    def __setattr__(self, name, value):
        if hasattr(self, name):
            raise AttributeError('{!r} object attribute {!r} is read-only'.format(type(self).__name__, name))
        raise AttributeError('{!r} object has no attribute {!r}'.format(type(self).__name__, name))

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def handle_defect(self, obj, defect):
        if self.raise_on_defect:
            raise defect
        obj.defects.append(defect)

    def header_max_count(self, name):
        return None

    def message_class(self):
        from email.message import Message
        return self.message_factory or Message


class Compat32(Policy):
    """The behaviour of the old Message class."""
    mangle_from_ = True

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(':', 1)
        value = ''.join((value, *sourcelines[1:])).lstrip(' \t\r\n')
        return name, value.rstrip('\r\n')

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        if isinstance(value, str) and any('\udc80' <= c <= '\udcff' for c in value):
            from email.header import Header
            return Header(value.encode('ascii', 'surrogateescape').decode('utf-8', 'replace'), 'unknown-8bit', header_name=name)
        return value

    def fold(self, name, value, limit=None):
        from email.header import Header, fold_text
        if isinstance(value, Header):
            text = value.encode(maxlinelen=limit, linesep=self.linesep, first=len(name) + 2)
        elif not value.isascii():
            text = Header(value, 'utf-8').encode(maxlinelen=limit, linesep=self.linesep, first=len(name) + 2)
        else:
            text = fold_text(value, limit, len(name) + 2, self.linesep)
        return f'{name}: {text}{self.linesep}'


class EmailPolicy(Policy):
    """The behaviour of EmailMessage: header values are text, encoded when the message is written."""
    utf8 = False
    refold_source = 'long'
    content_manager = None

    _unique = {'date', 'from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'message-id', 'in-reply-to', 'references', 'subject',
               'mime-version', 'content-type', 'content-transfer-encoding', 'content-disposition'}

    def header_max_count(self, name):
        return 1 if name.lower() in self._unique else None

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(':', 1)
        value = ''.join((value, *sourcelines[1:])).lstrip(' \t\r\n')
        return name, value.rstrip('\r\n')

    def header_store_parse(self, name, value):
        from email.headerregistry import make_header
        if hasattr(value, 'name') and value.name.lower() == name.lower():
            return name, value
        if len(str(value).splitlines()) > 1:
            raise ValueError('Header values may not contain linefeed or carriage return characters')
        return name, make_header(name, value)

    def header_fetch_parse(self, name, value):
        from email.headerregistry import make_header
        if hasattr(value, 'name'):
            return value
        return make_header(name, ''.join(value.splitlines()))

    def fold(self, name, value, limit=None):
        from email.header import encode_words, fold_text
        text = str(value)
        if not text.isascii() and not self.utf8:
            text = encode_words(text, limit, len(name) + 2, self.linesep)
        else:
            text = fold_text(''.join(text.splitlines()), limit, len(name) + 2, self.linesep)
        return f'{name}: {text}{self.linesep}'

    def message_class(self):
        from email.message import EmailMessage
        return self.message_factory or EmailMessage


compat32 = Compat32()
default = EmailPolicy()
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep='\r\n')
HTTP = default.clone(linesep='\r\n', max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
