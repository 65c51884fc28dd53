"""The parser of TOML 1.0."""

import re
from datetime import date, datetime, time, timedelta, timezone

_number = re.compile(r'''
    0(?: x[0-9A-Fa-f](?:_?[0-9A-Fa-f])* | b[01](?:_?[01])* | o[0-7](?:_?[0-7])* )
    | [+-]?(?:0|[1-9](?:_?[0-9])*) (?P<float>(?:\.[0-9](?:_?[0-9])*)? (?:[eE][+-]?[0-9](?:_?[0-9])*)?)''', re.VERBOSE)
_time_part = r'([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?'
_localtime = re.compile(_time_part)
_datetime = re.compile(r'([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]' + _time_part + r'(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?')
_bare = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
_hexdigits = frozenset('0123456789abcdefABCDEF')
_illegal = frozenset(chr(i) for i in range(32)) | {'\x7f'}
_illegal_basic = _illegal - frozenset('\t')
_illegal_multi = _illegal - frozenset('\t\n')
_escapes = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}


class TOMLDecodeError(ValueError):
    """A text is not TOML."""


def load(fp, /, *, parse_float=float):
    """Parse TOML from a binary file object."""
    b = fp.read()
    try:
        s = b.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(s, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Parse TOML from a string."""
    try:
        src = s.replace("\r\n", "\n")
    except (AttributeError, TypeError):
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    if parse_float is not float:
        inner = parse_float

        def parse_float(text):
            value = inner(text)
            if isinstance(value, (dict, list)):
                raise ValueError("parse_float must not return dicts or lists")
            return value
    return _Parser(src, parse_float).parse()


class _Table:
    """What is known of a table beside its contents: how it came to be, and its subtables."""

    def __init__(self, value, explicit=False, frozen=False, is_list=False):
        self.value = value
        self.explicit = explicit
        self.frozen = frozen
        self.is_list = is_list
        self.dotted = False
        self.sub = {}


class _Parser:
    def __init__(self, src, parse_float):
        self.src = src
        self.pos = 0
        self.parse_float = parse_float
        self.root = _Table({})
        self.here = self.root

    def fail(self, msg, pos=None):
        if pos is None:
            pos = self.pos
        if pos >= len(self.src):
            where = "end of document"
        else:
            line = self.src.count("\n", 0, pos) + 1
            column = pos + 1 if line == 1 else pos - self.src.rindex("\n", 0, pos)
            where = f"line {line}, column {column}"
        raise TOMLDecodeError(f"{msg} (at {where})")

    def char(self):
        return self.src[self.pos:self.pos + 1]

    def skip(self, chars):
        src, pos = self.src, self.pos
        while pos < len(src) and src[pos] in chars:
            pos += 1
        self.pos = pos

    def comment(self):
        if self.char() == '#':
            end = self.src.find('\n', self.pos)
            if end < 0:
                end = len(self.src)
            for i in range(self.pos + 1, end):
                if self.src[i] in _illegal_basic:
                    self.fail(f"Found invalid character {self.src[i]!r}", i)
            self.pos = end

    def blank(self):
        while True:
            before = self.pos
            self.skip(' \t\n')
            self.comment()
            if self.pos == before:
                return

    def parse(self):
        while True:
            self.skip(' \t')
            c = self.char()
            if not c:
                break
            if c == '\n':
                self.pos += 1
                continue
            if c == '[':
                if self.src.startswith('[[', self.pos):
                    self.array_header()
                else:
                    self.table_header()
                self.skip(' \t')
            elif c != '#':
                self.key_value(self.here)
                self.skip(' \t')
            self.comment()
            c = self.char()
            if not c:
                break
            if c != '\n':
                self.fail("Expected newline or end of document after a statement")
            self.pos += 1
        return self.root.value

    def table_header(self):
        self.pos += 1
        self.skip(' \t')
        key = self.key()
        table = self.descend(self.root, key[:-1])
        name = key[-1]
        sub = table.sub.get(name)
        if sub is None:
            if name in table.value:
                self.fail("Cannot overwrite a value")
            table.value[name] = {}
            sub = table.sub[name] = _Table(table.value[name])
        elif sub.explicit or sub.frozen or sub.is_list or sub.dotted:
            self.fail(f"Cannot declare {key} twice")
        sub.explicit = True
        self.here = sub
        if self.char() != ']':
            self.fail("Expected ']' at the end of a table declaration")
        self.pos += 1

    def array_header(self):
        self.pos += 2
        self.skip(' \t')
        key = self.key()
        table = self.descend(self.root, key[:-1])
        name = key[-1]
        sub = table.sub.get(name)
        if sub is None:
            if name in table.value:
                if isinstance(table.value[name], list):
                    self.fail(f"Cannot mutate immutable namespace {key}")
                self.fail("Cannot overwrite a value")
            table.value[name] = []
            sub = table.sub[name] = _Table(table.value[name], is_list=True)
        elif not sub.is_list:
            self.fail("Cannot overwrite a value" if not sub.frozen else f"Cannot mutate immutable namespace {key}")
        item = {}
        sub.value.append(item)
        self.here = sub.last = _Table(item, explicit=True)
        if not self.src.startswith(']]', self.pos):
            self.fail("Expected ']]' at the end of an array declaration")
        self.pos += 2

    def descend(self, table, key):
        for name in key:
            sub = table.sub.get(name)
            if sub is None:
                if name in table.value:
                    self.fail("Cannot overwrite a value")
                table.value[name] = {}
                sub = table.sub[name] = _Table(table.value[name])
            if sub.frozen:
                self.fail(f"Cannot mutate immutable namespace {tuple(key)}")
            table = sub.last if sub.is_list else sub
        return table

    def key_value(self, table):
        start = self.pos
        key = self.key()
        if self.char() != '=':
            self.fail("Expected '=' after a key in a key/value pair")
        self.pos += 1
        self.skip(' \t')
        value = self.value()
        for i, name in enumerate(key[:-1]):
            sub = table.sub.get(name)
            if sub is None:
                if name in table.value:
                    self.fail("Cannot overwrite a value")
                table.value[name] = {}
                sub = table.sub[name] = _Table(table.value[name])
                sub.dotted = True
            elif not sub.dotted and (sub.explicit or sub.is_list) or sub.frozen:
                self.fail(f"Cannot redefine namespace {key[:i + 1]}" if not sub.frozen else f"Cannot mutate immutable namespace {key[:-1]}")
            sub.dotted = True
            table = sub
        if key[-1] in table.value:
            self.fail("Cannot overwrite a value")
        table.value[key[-1]] = value
        if isinstance(value, dict):
            table.sub[key[-1]] = _Table(value, frozen=True)

    def key(self):
        parts = [self.key_part()]
        self.skip(' \t')
        while self.char() == '.':
            self.pos += 1
            self.skip(' \t')
            parts.append(self.key_part())
            self.skip(' \t')
        return tuple(parts)

    def key_part(self):
        c = self.char()
        if c and c in _bare:
            start = self.pos
            self.skip(_bare)
            return self.src[start:self.pos]
        if c == "'":
            return self.literal()
        if c == '"':
            self.pos += 1
            return self.basic(False)
        self.fail("Invalid initial character for a key part")

    def value(self):
        src = self.src
        c = self.char()
        if c == '"':
            if src.startswith('"""', self.pos):
                return self.multiline('"')
            self.pos += 1
            return self.basic(False)
        if c == "'":
            if src.startswith("'''", self.pos):
                return self.multiline("'")
            return self.literal()
        if c == 't' and src.startswith('true', self.pos):
            self.pos += 4
            return True
        if c == 'f' and src.startswith('false', self.pos):
            self.pos += 5
            return False
        if c == '[':
            return self.array()
        if c == '{':
            return self.inline_table()
        m = _datetime.match(src, self.pos)
        if m:
            try:
                value = self.make_datetime(m)
            except ValueError as e:
                raise self.invalid("Invalid date or datetime") from e
            self.pos = m.end()
            return value
        m = _localtime.match(src, self.pos)
        if m:
            self.pos = m.end()
            h, mi, s, micros = m.groups()
            return time(int(h), int(mi), int(s), int(micros.ljust(6, '0')) if micros else 0)
        m = _number.match(src, self.pos)
        if m:
            self.pos = m.end()
            if m.group('float'):
                return self.parse_float(m.group())
            return int(m.group(), 0)
        for size, names in ((3, ('inf', 'nan')), (4, ('-inf', '+inf', '-nan', '+nan'))):
            word = src[self.pos:self.pos + size]
            if word in names:
                self.pos += size
                return self.parse_float(word)
        self.fail("Invalid value")

    def invalid(self, msg):
        try:
            self.fail(msg)
        except TOMLDecodeError as e:
            return e

    def make_datetime(self, m):
        year, month, day, h, mi, s, micros, z, sign, oh, om = m.groups()
        if h is None:
            return date(int(year), int(month), int(day))
        tz = None
        if z:
            tz = timezone.utc
        elif sign:
            delta = timedelta(hours=int(oh), minutes=int(om))
            tz = timezone(delta if sign == '+' else -delta)
        return datetime(int(year), int(month), int(day), int(h), int(mi), int(s), int(micros.ljust(6, '0')) if micros else 0, tzinfo=tz)

    def array(self):
        self.pos += 1
        out = []
        self.blank()
        if self.char() == ']':
            self.pos += 1
            return out
        while True:
            out.append(self.value())
            self.blank()
            c = self.char()
            if c == ',':
                self.pos += 1
                self.blank()
            elif c != ']':
                self.fail("Unclosed array")
            if self.char() == ']':
                self.pos += 1
                return out

    def inline_table(self):
        self.pos += 1
        table = _Table({})
        self.skip(' \t')
        if self.char() == '}':
            self.pos += 1
            return table.value
        while True:
            self.key_value(table)
            self.skip(' \t')
            c = self.char()
            if c == '}':
                self.pos += 1
                return table.value
            if c != ',':
                self.fail("Unclosed inline table")
            self.pos += 1
            self.skip(' \t')

    def literal(self):
        start = self.pos + 1
        end = self.src.find("'", start)
        for i in range(start, len(self.src) if end < 0 else end):
            if self.src[i] in _illegal_basic:
                self.fail(f"Found invalid character {self.src[i]!r}", i)
        if end < 0:
            self.fail('Expected "\'"', len(self.src))
        self.pos = end + 1
        return self.src[start:end]

    def multiline(self, quote):
        self.pos += 3
        if self.char() == '\n':
            self.pos += 1
        if quote == "'":
            end = self.src.find("'''", self.pos)
            for i in range(self.pos, len(self.src) if end < 0 else end):
                if self.src[i] in _illegal_multi:
                    self.fail(f"Found invalid character {self.src[i]!r}", i)
            if end < 0:
                self.fail("Expected \"'''\"", len(self.src))
            result = self.src[self.pos:end]
            self.pos = end + 3
        else:
            result = self.basic(True)
        for _ in range(2):
            if self.char() == quote:
                result += quote
                self.pos += 1
        return result

    def basic(self, multi):
        illegal = _illegal_multi if multi else _illegal_basic
        src = self.src
        out = []
        start = self.pos
        while True:
            c = self.char()
            if not c:
                self.fail("Unterminated string")
            if c == '"':
                if not multi:
                    out.append(src[start:self.pos])
                    self.pos += 1
                    return ''.join(out)
                if src.startswith('"""', self.pos):
                    out.append(src[start:self.pos])
                    self.pos += 3
                    return ''.join(out)
                self.pos += 1
            elif c == '\\':
                out.append(src[start:self.pos])
                out.append(self.escape(multi))
                start = self.pos
            elif c in illegal:
                self.fail(f"Illegal character {c!r}")
            else:
                self.pos += 1

    def escape(self, multi):
        c = self.src[self.pos + 1:self.pos + 2]
        self.pos += 2
        if multi and c and c in ' \t\n':
            if c != '\n':
                self.skip(' \t')
                if self.char() == '':
                    return ''
                if self.char() != '\n':
                    self.fail("Unescaped '\\' in a string")
                self.pos += 1
            self.skip(' \t\n')
            return ''
        if c in ('u', 'U') and c:
            size = 4 if c == 'u' else 8
            text = self.src[self.pos:self.pos + size]
            if len(text) != size or not _hexdigits.issuperset(text):
                self.fail("Invalid hex value")
            self.pos += size
            code = int(text, 16)
            if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
                self.fail("Escaped character is not a Unicode scalar value")
            return chr(code)
        try:
            return _escapes[c]
        except KeyError:
            self.fail("Unescaped '\\' in a string")
