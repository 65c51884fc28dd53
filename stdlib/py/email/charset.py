"""Character sets and how bodies in them are encoded."""

__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']

QP, BASE64, SHORTEST = 1, 2, 3
DEFAULT_CHARSET = 'us-ascii'
ALIASES = {'latin_1': 'iso-8859-1', 'latin-1': 'iso-8859-1', 'ascii': 'us-ascii', 'utf8': 'utf-8'}
CHARSETS = {'us-ascii': (None, None), 'utf-8': (SHORTEST, BASE64), 'iso-8859-1': (QP, QP)}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    CHARSETS[charset] = header_enc, body_enc


def add_alias(alias, canonical):
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    ALIASES[charset] = codecname


class Charset:
    def __init__(self, input_charset=DEFAULT_CHARSET):
        name = str(input_charset).lower()
        self.input_charset = ALIASES.get(name, name)
        self.header_encoding, self.body_encoding = CHARSETS.get(self.input_charset, (SHORTEST, BASE64))
        self.output_charset = self.input_codec = self.output_codec = self.input_charset

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    __hash__ = None

    def get_body_encoding(self):
        return {QP: 'quoted-printable', BASE64: 'base64'}.get(self.body_encoding, '7bit')

    def get_output_charset(self):
        return self.output_charset

    def body_encode(self, string):
        if not string:
            return string
        data = string.encode(self.output_charset) if isinstance(string, str) else string
        if self.body_encoding == BASE64:
            import base64
            return base64.encodebytes(data).decode()
        if self.body_encoding == QP:
            import quopri
            return quopri.encodestring(data).decode()
        return data.decode('ascii')
