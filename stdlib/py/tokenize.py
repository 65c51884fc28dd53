"""The tokens of a source, comments and line ends included."""
import builtins
import io
import re
import token
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo', 'open', 'TokenError']


class TokenError(Exception):
    pass


class TokenInfo(namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        kind = '%d (%s)' % (self.type, tok_name[self.type])
        return 'TokenInfo(type=%s, string=%r, start=%r, end=%r, line=%r)' % (kind, *self[1:])

    @property
    def exact_type(self):
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


_OPERATOR = '|'.join(re.escape(op) for op in sorted(EXACT_TOKEN_TYPES, key=len, reverse=True))
_NUMBER = (r'0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|'
           r'(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*|\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?[jJ]?')
_PREFIX = r'(?i:br|rb|fr|rf|[bruf])?'
_TOKEN = re.compile(rf'''(?P<space>[ \f\t]+|\\\r?\n)|(?P<comment>\#[^\r\n]*)|(?P<newline>\r?\n)|(?P<number>{_NUMBER})
    |(?P<string>{_PREFIX}(?:\'\'\'|"""|\'|"))|(?P<name>\w+)|(?P<op>{_OPERATOR})|(?P<bad>.)'''.replace('\n    ', ''), re.DOTALL)


class _Tokenizer:
    """Goes through the lines of a source."""

    def __init__(self, text):
        self.text = text
        self.lines = text.splitlines(keepends=True) if '\f' not in text and '\v' not in text else re.findall(r'[^\n]*\n|[^\n]+', text)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.indents = [0]
        self.depth = 0

    def place(self, offset):
        row = self._row(offset)
        return row + 1, offset - self.starts[row]

    def _row(self, offset):
        import bisect
        return min(bisect.bisect_right(self.starts, offset) - 1, max(len(self.lines) - 1, 0))

    def make(self, kind, start, end):
        (r1, c1), (r2, c2) = self.place(start), self.place(end)
        if end > start and c2 == 0 and r2 > r1:
            r2, c2 = r2 - 1, len(self.lines[r2 - 2])  # the end of a line belongs to it
        return TokenInfo(kind, self.text[start:end], (r1, c1), (r2, c2), ''.join(self.lines[r1 - 1:r2]))

    def tokens(self):
        at, fresh, last = 0, True, None
        text = self.text
        while at < len(text):
            if fresh and not self.depth:
                at, blank = yield from self._indent(at)
                fresh = False
                if blank:
                    fresh = True
                    continue
            m = _TOKEN.match(text, at)
            kind, end = m.lastgroup, m.end()
            if kind == 'space':
                at = end
                continue
            if kind == 'comment':
                yield self.make(COMMENT, at, end)
            elif kind == 'newline':
                yield self.make(NL if self.depth or last is None else NEWLINE, at, end)
                if not self.depth:
                    fresh, last = True, None
                at = end
                continue
            elif kind == 'string':
                end = yield from self._string(at, end)
                last = STRING
            elif kind == 'bad':
                self._bad(at)
            else:
                word = m.group()
                if kind == 'op':
                    self.depth += (word in '([{') - (word in ')]}')
                yield self.make({'name': NAME, 'number': NUMBER, 'op': OP}[kind], at, end)
                last = kind
            at = end
        if self.depth > 0:
            raise TokenError('unexpected EOF in multi-line statement', (len(self.lines), 0))
        row, line = len(self.lines), self.lines[-1] if self.lines else ''
        if last is not None:
            yield TokenInfo(NEWLINE, '', (row, len(line)), (row, len(line) + 1), line)
        for _ in self.indents[1:]:
            yield TokenInfo(DEDENT, '', (row + 1, 0), (row + 1, 0), '')
        yield TokenInfo(ENDMARKER, '', (row + 1, 0), (row + 1, 0), '')

    def _indent(self, at):
        """Tokens for the indentation of a line; (offset, the line is blank)."""
        m = re.compile(r'[ \t\f]*').match(self.text, at)
        begin = m.end()
        rest = self.text[begin:begin + 1]
        if rest in ('#', '\n', '') or self.text.startswith('\r\n', begin):
            if rest == '#':
                end = re.compile(r'[^\r\n]*').match(self.text, begin).end()
                yield self.make(COMMENT, begin, end)
                begin = end
            end = re.compile(r'\r?\n|').match(self.text, begin).end()
            if end > begin or rest == '#':
                yield self.make(NL, begin, end)
            return end, True
        column = len(m.group().rpartition('\f')[2].expandtabs(8))
        line_start = self.place(begin)
        if column > self.indents[-1]:
            self.indents.append(column)
            yield self.make(INDENT, at, begin)
        while column < self.indents[-1]:
            if column not in self.indents:
                raise IndentationError('unindent does not match any outer indentation level',
                                       ('<string>', line_start[0], line_start[1] + 1, self.lines[line_start[0] - 1]))
            self.indents.pop()
            yield TokenInfo(DEDENT, '', line_start, line_start, self.lines[line_start[0] - 1])
        return begin, False

    def _string(self, start, body):
        """Tokens for the literal whose prefix and quotes lie between start and body; the offset of its end."""
        opening = self.text[start:body]
        prefix = opening.rstrip('\'"').lower()
        quote = opening[len(prefix):]
        if 'f' in prefix:
            return (yield from self._fstring(start, body, quote, 'r' in prefix))
        end = self._skip(body, quote, start)
        yield self.make(STRING, start, end)
        return end

    def _skip(self, at, quote, start):
        text = self.text
        while at < len(text):
            if text[at] == '\\':
                at += 2
            elif text.startswith(quote, at):
                return at + len(quote)
            elif text[at] == '\n' and len(quote) == 1:
                break
            else:
                at += 1
        row, col = self.place(start)
        if len(quote) == 3:
            raise TokenError('EOF in multi-line string', (row, col + 1))
        raise TokenError('unterminated string literal (detected at line %d)' % row, (row, col + 1))

    def _fstring(self, start, at, quote, raw):
        text = self.text
        yield self.make(FSTRING_START, start, at)
        at = yield from self._middle(at, quote, raw, start, False)
        yield self.make(FSTRING_END, at, at + len(quote))
        return at + len(quote)

    def _middle(self, at, quote, raw, start, in_spec):
        """The literal text and the fields up to the closing quote, or to the end of a format specification."""
        text, begin = self.text, at
        while True:
            if at >= len(text) or text[at] == '\n' and len(quote) == 1:
                row, col = self.place(start)
                kind = 'triple-quoted ' if len(quote) == 3 else ''
                raise TokenError('unterminated %sf-string literal (detected at line %d)' % (kind, row), (row, col + 1))
            c = text[at]
            if text.startswith(quote, at) or in_spec and c == '}':
                if at > begin or in_spec:
                    yield self._text(begin, at)
                return at
            if c == '\\' and not raw and text[at + 1:at + 3] == 'N{':
                at = text.index('}', at) + 1
            elif c == '\\' and text[at + 1:at + 2] not in ('{', '}'):
                at += 2
            elif c in '{}' and text[at + 1:at + 2] == c and not in_spec:
                yield self._text(begin, at + 1)
                at += 2
                begin = at
            elif c == '{':
                if at > begin:
                    yield self._text(begin, at)
                at = begin = yield from self._field(at, quote, raw, start)
            else:
                at += 1

    def _text(self, begin, end):
        return self.make(FSTRING_MIDDLE, begin, end)

    def _field(self, at, quote, raw, start):
        """A replacement field, from its brace to the one that closes it."""
        yield self.make(OP, at, at + 1)
        at += 1
        depth = 0
        outer, self.depth = self.depth, self.depth + 1
        while True:
            m = _TOKEN.match(self.text, at)
            if m is None:
                raise TokenError('unexpected EOF in multi-line statement', (len(self.lines), 0))
            kind, end, word = m.lastgroup, m.end(), m.group()
            if kind == 'newline':
                yield self.make(NL, at, end)
            elif kind == 'comment':
                yield self.make(COMMENT, at, end)
            elif kind == 'string':
                end = yield from self._string(at, end)
            elif kind in ('name', 'number'):
                yield self.make(NAME if kind == 'name' else NUMBER, at, end)
            elif kind == 'op':
                if word == ':=' and depth == 0:
                    word, end = ':', at + 1
                if word == '!=' and depth == 0 and self.text[at + 1:at + 2] == '=':
                    pass
                yield self.make(OP, at, end)
                if word in '([{':
                    depth += 1
                elif word == '}' and depth == 0:
                    self.depth = outer
                    return end
                elif word in ')]}':
                    depth -= 1
                elif word == ':' and depth == 0:
                    end = yield from self._middle(end, quote, raw, start, True)
            elif kind == 'bad':
                self._bad(at)
            at = end

    def _bad(self, at):
        row, col = self.place(at)
        c = self.text[at]
        if c in '$?`':
            raise SyntaxError('invalid syntax', ('<string>', row, col + 1, self.lines[row - 1], row, col + 2))
        if c == '\\':
            raise TokenError('unexpected character after line continuation character', (row, col + 1))
        raise TokenError("invalid non-printable character U+%04X" % ord(c), (row, col + 1))


def _read_all(readline):
    parts = []
    try:
        while line := readline():
            parts.append(line)
    except StopIteration:
        pass
    return parts


def generate_tokens(readline):
    """Tokens of a source that readline gives as text."""
    return _Tokenizer(''.join(_read_all(readline))).tokens()


def tokenize(readline):
    """Tokens of a source that readline gives as bytes; the first one tells the encoding."""
    encoding, consumed = detect_encoding(readline)
    data = b''.join(consumed + _read_all(readline))
    yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), '')
    yield from _Tokenizer(data.decode(encoding)).tokens()


_COOKIE = re.compile(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
_BLANK = re.compile(rb'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)


def detect_encoding(readline):
    """(encoding, the lines read so far): by the byte order mark or a comment in the first two lines."""
    def next_line():
        try:
            return readline()
        except StopIteration:
            return b''

    lines, default = [], 'utf-8'
    first = next_line()
    if first.startswith(BOM_UTF8):
        first, default = first[3:], 'utf-8-sig'
    for line in (first, None):
        if line is None:
            if not lines or not _BLANK.match(lines[0]):
                break
            line = next_line()
        if not line:
            break
        lines.append(line)
        m = _COOKIE.match(line)
        if m is None:
            try:
                line.decode('utf-8')
            except UnicodeDecodeError:
                raise SyntaxError('invalid or missing encoding declaration') from None
            continue
        name = m.group(1).decode()
        norm = name[:12].lower().replace('_', '-')
        if norm == 'utf-8' or norm.startswith('utf-8-'):
            name = 'utf-8'
        elif norm in ('latin-1', 'iso-8859-1', 'iso-latin-1') or norm.startswith(('latin-1-', 'iso-8859-1-', 'iso-latin-1-')):
            name = 'iso-8859-1'
        try:
            lookup(name)
        except LookupError:
            raise SyntaxError('unknown encoding: ' + name) from None
        if default == 'utf-8-sig':
            if name != 'utf-8':
                raise SyntaxError('encoding problem: utf-8')
            name = 'utf-8-sig'
        return name, lines
    return default, lines


def open(filename):
    """A source file as text, in its encoding."""
    buffer = builtins.open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = io.TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except BaseException:
        buffer.close()
        raise


def untokenize(iterable):
    """A source for tokens: exact when they have places, else one that has the same kinds and texts."""
    parts, row, col, encoding = [], 1, 0, None
    tokens = list(iterable)
    if any(len(t) == 2 for t in tokens):
        return _untokenize_pairs(tokens)
    for t in tokens:
        kind, string, start, end = t[:4]
        if kind == ENCODING:
            encoding = string
            continue
        if kind == ENDMARKER:
            break
        if kind in (INDENT, DEDENT) and kind == DEDENT:
            continue
        if start < (row, col):
            raise ValueError(f'start ({start[0]},{start[1]}) precedes previous end ({row},{col})')
        if start[0] > row:
            parts.append('\\\n' * (start[0] - row))
            col = 0
        parts.append(' ' * (start[1] - col))
        if kind == FSTRING_MIDDLE and string[-1:] in '{}' and string:
            string += string[-1]
            end = end[0], end[1] + 1
        parts.append(string)
        row, col = end
        if kind in (NEWLINE, NL):
            row, col = row + 1, 0
    text = ''.join(parts)
    return text if encoding is None else text.encode(encoding)


def _untokenize_pairs(tokens):
    parts, indents, fresh, encoding, string_before = [], [], False, None, False
    for t in tokens:
        kind, string = t[:2]
        if kind == ENCODING:
            encoding = string
            continue
        if kind in (NAME, NUMBER):
            string += ' '
        if kind == STRING:
            if string_before:
                string = ' ' + string
            string_before = True
        else:
            string_before = False
        if kind == INDENT:
            indents.append(string)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            fresh = True
        elif fresh and indents:
            parts.append(indents[-1])
            fresh = False
        parts.append(string)
    text = ''.join(parts)
    return text if encoding is None else text.encode(encoding)
