"""Cookies of HTTP, on the server's side."""
import re
import string

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']

_LEGAL = re.compile('[%s]+' % re.escape(string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"))
_PLAIN = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:" + ' ()/<=>?@[]{}'
_QUOTE = {n: '\\%03o' % n for n in set(range(256)) - set(map(ord, _PLAIN))}
_QUOTE.update({ord('"'): '\\"', ord('\\'): '\\\\'})


class CookieError(Exception):
    pass


def _quote(str):
    if str is None or _LEGAL.fullmatch(str):
        return str
    return '"' + str.translate(_QUOTE) + '"'


def _unquote(str):
    if str is None or len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    return re.sub(r'\\(?:([0-3][0-7][0-7])|(.))', lambda m: chr(int(m[1], 8)) if m[1] else m[2], str[1:-1])


def _getdate(future=0):
    from email.utils import formatdate
    import time
    return formatdate(time.time() + future, usegmt=True)


class Morsel(dict):
    """A cookie: key, value and attributes."""
    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age', 'secure': 'Secure',
                 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite'}
    _flags = {'secure', 'httponly'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        super().__init__(dict.fromkeys(self._reserved, ''))

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __setitem__(self, K, V):
        if K.lower() not in self._reserved:
            raise CookieError('Invalid attribute %r' % (K,))
        super().__setitem__(K.lower(), V)

    def setdefault(self, key, val=None):
        if key.lower() not in self._reserved:
            raise CookieError('Invalid attribute %r' % (key,))
        return super().setdefault(key.lower(), val)

    def __eq__(self, other):
        if not isinstance(other, Morsel):
            return NotImplemented
        return dict.__eq__(self, other) and (self._key, self._value, self._coded_value) == (other._key, other._value, other._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        new = Morsel()
        dict.update(new, self)
        new.__dict__.update(self.__dict__)
        return new

    def update(self, values):
        data = {}
        for key, val in dict(values).items():
            if key.lower() not in self._reserved:
                raise CookieError('Invalid attribute %r' % (key,))
            data[key.lower()] = val
        super().update(data)

    def __getstate__(self):
        return {'key': self._key, 'value': self._value, 'coded_value': self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state['key'], state['value'], state['coded_value']

    def isReservedKey(self, K):
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key %r' % (key,))
        if not _LEGAL.fullmatch(key):
            raise CookieError('Illegal key %r' % (key,))
        self._key, self._value, self._coded_value = key, val, coded_val

    def output(self, attrs=None, header='Set-Cookie:'):
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (type(self).__name__, self.OutputString())

    def js_output(self, attrs=None):
        return '''
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = "%s";
        // end hiding -->
        </script>
        ''' % self.OutputString(attrs).replace('"', r'\"')

    def OutputString(self, attrs=None):
        parts = ['%s=%s' % (self.key, self.coded_value)]
        for key, value in sorted(self.items()):
            if value == '' or key not in (self._reserved if attrs is None else attrs):
                continue
            shown = self._reserved[key]
            if key == 'expires' and isinstance(value, int):
                parts.append('%s=%s' % (shown, _getdate(value)))
            elif key == 'max-age' and isinstance(value, int):
                parts.append('%s=%d' % (shown, value))
            elif key == 'comment' and isinstance(value, str):
                parts.append('%s=%s' % (shown, _quote(value)))
            elif key in self._flags:
                if value:
                    parts.append(shown)
            else:
                parts.append('%s=%s' % (shown, value))
        return '; '.join(parts)


_PAIR = re.compile(r'''\s*(?P<key>[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=]+?)(?:\s*=\s*(?P<val>"(?:[^\\"]|\\.)*"|
    (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s?[\w\s-]{9,11}\s[\d:]{8}\sGMT|[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=\[\]]*))?\s*(?:\s+|;|$)'''.replace('\n    ', ''),
                   re.ASCII)


class BaseCookie(dict):
    """Cookies by name."""

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _set(self, key, real, coded):
        m = self.get(key, Morsel())
        m.set(key, real, coded)
        dict.__setitem__(self, key, m)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\015\012'):
        return sep.join(m.output(attrs, header) for _, m in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (type(self).__name__, ' '.join('%s=%r' % (k, m.value) for k, m in sorted(self.items())))

    def js_output(self, attrs=None):
        return ''.join(m.js_output(attrs) for _, m in sorted(self.items()))

    def load(self, rawdata):
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():
                self[key] = value
            return
        at, items, current = 0, [], False
        while at < len(rawdata):
            m = _PAIR.match(rawdata, at)
            if not m:
                break
            key, value = m['key'], m['val']
            at = m.end()
            if key[0] == '$':
                if not current:
                    continue
                items.append((True, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not current:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    items.append((True, key, True))
                else:
                    items.append((True, key, _unquote(value)))
            elif value is not None:
                items.append((False, key, self.value_decode(value)))
                current = True
            else:
                return
        morsel = None
        for attribute, key, value in items:
            if attribute:
                morsel[key] = value
            else:
                self._set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Values are quoted where they have to be."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
