"""JSONDecoder, the configurable side of json.loads."""

from _jsoncore import decode as _decode, scan as _scan, scanstring

__all__ = ['JSONDecoder', 'JSONDecodeError']

c_scanstring = scanstring
NaN = float('nan')
PosInf = float('inf')
NegInf = float('-inf')


class JSONDecodeError(ValueError):
    """A text is not JSON. Attributes: msg, doc (the text), pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder(object):
    """Decodes JSON text into Python objects; hooks may replace objects and numbers."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.parse_string = scanstring
        self.memo = {}

    def _options(self):
        return (self.strict, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int, self.parse_constant,
                JSONDecodeError)

    def scan_once(self, string, idx):
        return _scan(string, idx, *self._options(), True)

    def decode(self, s):
        """Return the object that the text s stands for."""
        if type(self).raw_decode is JSONDecoder.raw_decode:
            return _decode(s, 0, *self._options(), False)
        start = len(s) - len(s.lstrip(' \t\n\r'))
        obj, end = self.raw_decode(s, idx=start)
        rest = s[end:].lstrip(' \t\n\r')
        if rest:
            raise JSONDecodeError("Extra data", s, len(s) - len(rest))
        return obj

    def raw_decode(self, s, idx=0):
        """Decode the value at idx and return it with the index where it ends."""
        return _scan(s, idx, *self._options(), False)
