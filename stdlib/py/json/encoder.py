"""JSONEncoder, the extensible side of json.dumps."""

from _jsoncore import encode as _encode, encode_basestring, encode_basestring_ascii

c_make_encoder = None
INFINITY = float('inf')


class JSONEncoder(object):
    """Encodes dict, list, tuple, str, int, float, True, False and None, and by default() anything else."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """Override this to return a serializable object for o."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """Return the JSON text of o."""
        if type(self).iterencode is JSONEncoder.iterencode:
            return self._text(o)
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """Return an iterator over pieces of the JSON text of o."""
        return iter((self._text(o),))

    def _text(self, o):
        return _encode(o, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys,
                       self.indent, self.item_separator, self.key_separator, self.default)
