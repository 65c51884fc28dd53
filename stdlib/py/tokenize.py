"""The tokens of a source, comments and line ends included."""
from builtins import open as _builtin_open
import io
import re
import token
from codecs import BOM_UTF8, lookup
from _tokenize import TokenizerIter
from collections import namedtuple
from itertools import chain
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


def _lines(readline):
    try:
        while line := readline():
            yield line
    except StopIteration:
        pass


def _generate_tokens_from_c_tokenizer(source, encoding=None, extra_tokens=False):
    """Tokens of what the function source gives line by line: of bytes when there is an encoding."""
    lines = _lines(source)
    text = ''.join(lines) if encoding is None else b''.join(lines).decode(encoding)
    try:
        for info in TokenizerIter(text, extra_tokens):
            yield TokenInfo._make(info)
    except SyntaxError as e:
        if type(e) is not SyntaxError:
            raise e from None
        msg = 'EOF in multi-line string' if 'unterminated triple-quoted string literal' in e.msg else e.msg
        raise TokenError(msg, (e.lineno, e.offset)) from None


def generate_tokens(readline):
    """Tokens of a source that readline gives as text."""
    return _tokenize(readline, None)


def tokenize(readline):
    """Tokens of a source that readline gives as bytes; the first one tells the encoding."""
    encoding, consumed = detect_encoding(readline)
    return _tokenize(chain(consumed, _lines(readline)).__next__, encoding)


def _tokenize(readline, encoding):
    if encoding is not None:
        if encoding == 'utf-8-sig':
            encoding = 'utf-8'  # the mark is gone
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), '')
    yield from _generate_tokens_from_c_tokenizer(readline, encoding, extra_tokens=True)


_COOKIE = re.compile(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
_BLANK = re.compile(rb'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)


def detect_encoding(readline):
    """(encoding, the lines read so far): by the byte order mark or a comment in the first two lines."""
    def next_line():
        try:
            return readline()
        except StopIteration:
            return b''

    def wrong(msg, rest=''):
        if filename is not None:
            msg += f' for {filename!r}'
        return SyntaxError(msg + rest)

    lines, default = [], 'utf-8'
    filename = getattr(getattr(readline, '__self__', None), 'name', None)
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
                raise wrong('invalid or missing encoding declaration') from None
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
            raise wrong('unknown encoding', ': ' + name) from None
        if default == 'utf-8-sig':
            if name != 'utf-8':
                raise wrong('encoding problem', ': utf-8')
            name = 'utf-8-sig'
        return name, lines
    return default, lines


def open(filename):
    """A source file as text, in its encoding."""
    buffer = _builtin_open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = io.TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except BaseException:
        buffer.close()
        raise


class Untokenizer:
    """Builds a source of tokens."""

    def __init__(self):
        self.tokens = []
        self.prev_row, self.prev_col = 1, 0
        self.prev_type = self.encoding = None

    def add_whitespace(self, start):
        """Go on to a place: by backslashes to a later line, by spaces within one."""
        row, col = start
        if start < (self.prev_row, self.prev_col):
            raise ValueError(f'start ({row},{col}) precedes previous end ({self.prev_row},{self.prev_col})')
        if row > self.prev_row:
            self.tokens.append('\\\n' * (row - self.prev_row))
            self.prev_col = 0
        if col > self.prev_col:
            self.tokens.append(' ' * (col - self.prev_col))

    def escape_brackets(self, text):
        """The literal text of an f-string as it is written: braces doubled but for those of named characters."""
        return _NAMED_OR_BRACE.sub(lambda m: m[0] * 2 if m[0] in '{}' else m[0], text)

    def untokenize(self, iterable):
        tokens, indents, fresh = iter(iterable), [], False
        for t in tokens:
            if len(t) == 2:
                self.compat(t, tokens)
                break
            kind, string, start, end = t[:4]
            if kind == ENCODING:
                self.encoding = string
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(string)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                fresh = True
            elif fresh and indents:
                if start[1] >= len(indents[-1]):
                    self.tokens.append(indents[-1])
                    self.prev_col = len(indents[-1])
                fresh = False
            elif kind == FSTRING_MIDDLE and ('{' in string or '}' in string):
                written = self.escape_brackets(string)
                added = len(written.rpartition('\n')[2]) - len(string.rpartition('\n')[2])
                string, end = written, (end[0], end[1] + added)
            self.add_whitespace(start)
            if kind in (STRING, FSTRING_START) and self.prev_type in (STRING, FSTRING_END):
                self.tokens.append(' ')  # even if there is space already
            self.tokens.append(string)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row, self.prev_col = self.prev_row + 1, 0
            self.prev_type = kind
        return ''.join(self.tokens)

    def compat(self, token, iterable):
        """For pairs of kind and text."""
        indents, fresh, depth, after_string = [], token[0] in (NEWLINE, NL), 0, False
        for kind, string, *_ in chain([token], iterable):
            if kind == ENCODING:
                self.encoding = string
                continue
            if kind in (NAME, NUMBER):
                string += ' '
            elif kind in (FSTRING_START, FSTRING_END):
                depth += 1 if kind == FSTRING_START else -1
            spaced = kind == STRING and after_string
            after_string = kind == STRING
            if kind == INDENT:
                indents.append(string)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                fresh = True
            elif fresh and indents:
                self.tokens.append(indents[-1])
                fresh = False
            elif kind == FSTRING_MIDDLE:
                string = self.escape_brackets(string)
            if spaced or depth and string in ('{', '}') and self.tokens and self.tokens[-1] == string:
                string = ' ' + string
            if kind in (STRING, FSTRING_START) and self.prev_type in (STRING, FSTRING_END):
                self.tokens.append(' ')
            self.tokens.append(string)
            self.prev_type = kind


_NAMED_OR_BRACE = re.compile(r'(?:\\\\)*(?<!\\)(?:\\\\)*\\N\{[A-Za-z0-9 -]*\}|[{}]')


def untokenize(iterable):
    """A source for tokens: exact when they have places, else one that has the same kinds and texts."""
    ut = Untokenizer()
    text = ut.untokenize(iterable)
    return text if ut.encoding is None else text.encode(ut.encoding)
