"""Encoded words: text beyond ASCII in headers."""
import base64
import binascii
import quopri
import re

__all__ = ['Header', 'decode_header', 'make_header']

_WORD = re.compile(r'=\?([^?]*?)\?([qQbB])\?(.*?)\?=', re.MULTILINE)


def decode_header(header):
    """The parts of a header as (text or bytes, charset or None)."""
    if isinstance(header, Header):
        return [(text.encode('utf-8' if charset not in (None, 'us-ascii') and not text.isascii() else charset or 'ascii', 'surrogateescape'),
                 charset) for text, charset in header._chunks]
    if not _WORD.search(header):
        return [(header, None)]
    parts = []  # (bytes, charset)
    for line in header.splitlines():
        at = 0
        for m in _WORD.finditer(line):
            between = line[at:m.start()]
            if between and not (between.isspace() and at):
                _join(parts, (between.lstrip() if not at and parts else between).encode('raw-unicode-escape'), None)
            at = m.end()
            charset, how, text = m.group(1).partition('*')[0].lower(), m.group(2).lower(), m.group(3)
            if how == 'q':
                data = quopri.decodestring(text.encode(), header=True)
            else:
                from email.errors import HeaderParseError
                try:
                    data = base64.b64decode(text + '==='[:-len(text) % 4])
                except binascii.Error:
                    raise HeaderParseError('Base64 decoding error')
            _join(parts, data, charset)
        rest = line[at:]
        if rest:
            _join(parts, rest.encode('raw-unicode-escape'), None)
    return parts


def _join(parts, data, charset):
    if parts and parts[-1][1] == charset:
        parts[-1] = (parts[-1][0] + (b' ' if charset is None else b'') + data, charset)
    else:
        parts.append((data, charset))


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    h = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        h.append(text, charset)
    return h


def encode_word(text, charset='utf-8', bias=1):
    """One encoded word, in base64 if that is shorter by bias."""
    data = text.encode(charset, 'surrogateescape')
    q = ''.join('_' if b == 32 else chr(b) if chr(b).isalnum() and b < 128 or b in b'-!*+/' else '=%02X' % b for b in data)
    b = base64.b64encode(data).decode()
    return f'=?{charset}?q?{q}?=' if len(q) - len(b) < bias else f'=?{charset}?b?{b}?='


def encode_text(text, limit, first, linesep, charset='utf-8', bias=1):
    """Text as encoded words, none longer than a line."""
    if text.isascii():
        return fold_text(text, limit, first, linesep)
    limit = min(limit or 76, 76)
    lines, rest, room = [], text, limit - first
    while rest:
        n = len(rest)
        while n > 1 and len(encode_word(rest[:n], charset, bias)) > room:
            n -= max(1, (len(encode_word(rest[:n], charset, bias)) - room) // 12)
        lines.append(encode_word(rest[:max(n, 1)], charset, bias))
        rest = rest[max(n, 1):]
        room = limit - 1
    return (linesep + ' ').join(lines)


def encode_words(text, limit, first, linesep):
    """Text with its words beyond ASCII encoded, neighbours together."""
    groups = []
    for word in text.split(' '):
        plain = word.isascii()
        if groups and groups[-1][0] == plain:
            groups[-1][1].append(word)
        else:
            groups.append((plain, [word]))
    parts = []
    for plain, words in groups:
        part = ' '.join(words)
        parts.append(part if plain else encode_text(part, limit, first, linesep, bias=5))
        first += len(parts[-1]) + 1
    text = ' '.join(parts)
    return text if linesep in text else fold_text(text, limit, len(text) and first - len(text) - 1, linesep)


def fold_text(text, limit, first, linesep):
    """Break a text at blanks so that no line is longer than limit, if that can be done."""
    if not limit or first + len(text) <= limit:
        return text
    lines, line, room = [], '', limit - first
    for piece in re.findall(r'\s*\S+|\s+$', text):
        if line and len(line) + len(piece) > room:
            lines.append(line)
            line, room = piece, limit
        else:
            line += piece
    lines.append(line)
    return linesep.join(lines)


class Header:
    """A header value of chunks in different charsets."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict'):
        self._chunks = []
        self._charset = charset and str(charset)
        self._maxlinelen = maxlinelen
        self._first = len(header_name) + 2 if header_name else 0
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors='strict'):
        charset = str(charset or self._charset or 'us-ascii').lower()
        if isinstance(s, bytes):
            s = s.decode('utf-8' if charset == 'unknown-8bit' else charset, errors if charset != 'unknown-8bit' else 'replace')
        elif charset == 'us-ascii' and not s.isascii():
            charset = 'utf-8'
        self._chunks.append((s, None if charset == 'us-ascii' else charset))

    def __str__(self):
        text, last = '', None
        for i, (s, charset) in enumerate(self._chunks):
            if i and text and s and (charset is None) != (last is None):
                text += ' ' if not text[-1].isspace() and not s[0].isspace() else ''
            text += s
            last = charset
        return text

    def __eq__(self, other):
        return other == str(self)

    __hash__ = None

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n', first=None):
        limit = self._maxlinelen or 76 if maxlinelen is None else maxlinelen
        first = self._first if first is None else first
        parts = []
        for s, charset in self._chunks:
            if charset is None:
                parts.append(s)
            else:
                parts.append(encode_text(s, limit, first, linesep, 'utf-8' if charset == 'unknown-8bit' else charset)
                             if not s.isascii() else encode_word(s, charset))
            first += len(parts[-1]) + 1
        text = ' '.join(p for p in parts if p)
        return text if linesep in text else fold_text(text, limit, self._first, linesep)
