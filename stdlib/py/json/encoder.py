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
        self.skipkeys, self.sort_keys, self.indent = skipkeys, sort_keys, indent
        self.ensure_ascii, self.check_circular, self.allow_nan = ensure_ascii, check_circular, allow_nan
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','     # the newline does for the space
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
            return self._scalar(o)
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """Return an iterator over pieces of the JSON text of o."""
        if _one_shot and self.indent is None:
            return (self._text(o),)
        return self._pieces(o, [], 1)

    def _scalar(self, o):
        """Return the text of an object without parts; None for others."""
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        if o is None or o is True or o is False or isinstance(o, (int, float)):
            return self._text(o)

    def _pieces(self, o, around, level):
        """Generate the text of o in the pieces that a writer sees; around holds the containers that contain o."""
        text = self._scalar(o)
        if text is not None:
            yield text
            return
        if isinstance(o, (list, tuple, dict)):
            if not o:
                yield '{}' if isinstance(o, dict) else '[]'
                return
            parts = self._items if isinstance(o, dict) else self._elements
        else:
            parts = self._substitute
        if self.check_circular:
            if any(x is o for x in around):
                raise ValueError('Circular reference detected')
            around.append(o)
        yield from parts(o, around, level)
        if self.check_circular:
            around.pop()

    def _substitute(self, o, around, level):
        yield from self._pieces(self.default(o), around, level)

    def _break(self, level):
        """Return what starts a line in a container, '' without indent."""
        indent = self.indent
        if indent is None:
            return ''
        return '\n' + (indent if isinstance(indent, str) else ' ' * indent) * level

    def _elements(self, o, around, level):
        before = '[' + self._break(level)
        for x in o:
            text = self._scalar(x)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from self._pieces(x, around, level + 1)
            before = self.item_separator + self._break(level)
        if self.indent is not None:
            yield self._break(level - 1)
        yield ']'

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (int, float)):
            return self._text(key)
        if not self.skipkeys:
            raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _items(self, o, around, level):
        yield '{'
        if self.indent is not None:
            yield self._break(level)
        first = True
        for key, x in sorted(o.items()) if self.sort_keys else o.items():
            key = self._key(key)
            if key is None:
                continue
            if not first:
                yield self.item_separator + self._break(level)
            first = False
            yield self._scalar(key)
            yield self.key_separator
            yield from self._pieces(x, around, level + 1)
        if self.indent is not None:
            yield self._break(level - 1)
        yield '}'

    def _text(self, o):
        return _encode(o, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys,
                       self.indent, self.item_separator, self.key_separator, self.default)
