"""A simple HTML and XHTML parser."""

import re
from html import unescape

__all__ = ['HTMLParser']

_start_tag = re.compile(r'<([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*')
_attribute = re.compile(r'((?<=[\'"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*(\'[^\']*\'|"[^"]*"|(?![\'"])[^>\s]*))?(?:\s|/(?!>))*')
_end_of_tag = re.compile(r'\s*/?>')
_end_tag = re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')
_charref = re.compile(r'&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]')
_entityref = re.compile(r'&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]')
_incomplete = re.compile(r'&[a-zA-Z#]')
_interesting = re.compile('[&<]')
_comment_end = re.compile(r'--\s*>')


class HTMLParser:
    """Calls its handle_… methods for what it finds in the text fed to it."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self._starttag_text = None
        self.lineno = 1
        self.offset = 0

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._starttag_text

    def feed(self, data):
        self.rawdata += data
        self._goahead(False)

    def close(self):
        self._goahead(True)

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def updatepos(self, i, j):
        if i >= j:
            return j
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - (self.rawdata.rindex("\n", i, j) + 1)
        else:
            self.offset += j - i
        return j

    def _text(self, text):
        if text:
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _goahead(self, end):
        raw = self.rawdata
        i, n = 0, len(raw)
        while i < n:
            if self.cdata_elem:
                m = re.compile(r'</\s*%s\s*>' % self.cdata_elem, re.I).search(raw, i)
                if not m:
                    break
                j = m.start()
            elif self.convert_charrefs:
                j = raw.find('<', i)
                if j < 0:
                    # A character reference may be cut off at the end of what has come so far.
                    amp = raw.rfind('&', max(i, n - 34))
                    if not end and amp >= 0 and not re.compile(r'[\s;]').search(raw, amp):
                        break
                    j = n
            else:
                m = _interesting.search(raw, i)
                j = m.start() if m else n
            if i < j:
                self._text(raw[i:j])
            i = self.updatepos(i, j)
            if i == n:
                break
            if raw[i] == '<':
                k = self._markup(raw, i, end)
            else:
                k = self._reference(raw, i, end)
            if k < 0:
                break
            i = self.updatepos(i, k)
        if end and i < n and not self.cdata_elem:
            self._text(raw[i:n])
            i = self.updatepos(i, n)
        self.rawdata = raw[i:]

    def _markup(self, raw, i, end):
        """Handle what begins with < at i; return where it ends, or -1 when it is incomplete."""
        if _start_tag.match(raw, i):
            k = self._parse_starttag(raw, i)
        elif raw.startswith('</', i):
            k = self._parse_endtag(raw, i)
        elif raw.startswith('<!--', i):
            k = self._parse_comment(raw, i)
        elif raw.startswith('<?', i):
            k = raw.find('>', i + 2)
            if k >= 0:
                self.handle_pi(raw[i + 2:k])
                k += 1
        elif raw.startswith('<!', i):
            k = self._parse_declaration(raw, i)
        elif i + 1 < len(raw) or end:
            self.handle_data('<')
            return i + 1
        else:
            return -1
        if k < 0 and end:
            k = raw.find('>', i + 1)
            if k < 0:
                k = raw.find('<', i + 1)
                if k < 0:
                    k = i + 1
            else:
                k += 1
            self._text(raw[i:k])
        return k

    def _reference(self, raw, i, end):
        """Handle what begins with & at i; return where it ends, or -1 when it is incomplete."""
        numeric = raw.startswith('&#', i)
        m = (_charref if numeric else _entityref).match(raw, i)
        if m:
            if numeric:
                self.handle_charref(m.group()[2:-1])
            else:
                self.handle_entityref(m.group(1))
            k = m.end()
            return k if raw[k - 1] == ';' else k - 1
        if numeric:
            if ';' not in raw[i:]:
                return -1
            self.handle_data('&#')
            return i + 2
        if _incomplete.match(raw, i):
            # A lone letter at the end of the text loses its ampersand.
            return i + 1 if end and i + 2 == len(raw) else -1
        if i + 1 == len(raw):
            return -1
        self.handle_data('&')
        return i + 1

    def _parse_comment(self, raw, i):
        m = _comment_end.search(raw, i + 4)
        if not m:
            return -1
        self.handle_comment(raw[i + 4:m.start()])
        return m.end()

    def _parse_declaration(self, raw, i):
        if raw.startswith('<![', i):
            k = raw.find(']>' if not raw.startswith('<![CDATA[', i) else ']]>', i + 3)
            if k < 0:
                return -1
            self.unknown_decl(raw[i + 3:k])
            return k + (3 if raw.startswith(']]>', k) else 2)
        k = raw.find('>', i + 2)
        if k < 0:
            return -1
        if raw[i + 2:i + 9].lower() == 'doctype':
            self.handle_decl(raw[i + 2:k])
        else:
            self.handle_comment(raw[i + 2:k])
        return k + 1

    def _parse_starttag(self, raw, i):
        self._starttag_text = None
        m = _start_tag.match(raw, i)
        tag = self.lasttag = m.group(1).lower()
        k = m.end()
        attrs = []
        while True:
            m = _attribute.match(raw, k)
            if not m or m.end() == k:
                break
            name, rest, value = m.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] in ('"', "'") and value[:1] == value[-1:] and len(value) > 1:
                value = value[1:-1]
            if value:
                value = unescape(value)
            attrs.append((name.lower(), value))
            k = m.end()
        m = _end_of_tag.match(raw, k)
        if not m:
            rest = raw[k:].lstrip()
            if not rest or rest[0].isascii() and rest[0].isalpha() or rest[0] in '=/':
                return -1           # the text ends in the tag, or in the value of an attribute
            stop = max(len(raw) - len(rest), i + 1)
            self.handle_data(raw[i:stop])
            return stop
        self._starttag_text = raw[i:m.end()]
        if m.group().endswith('/>'):
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return m.end()

    def _parse_endtag(self, raw, i):
        close = raw.find('>', i + 1)
        if close < 0:
            return -1
        m = _end_tag.match(raw, i)
        if not m:
            name = _start_tag.match('<' + raw[i + 2:close])
            if not name:
                if raw[i:i + 3] == '</>':
                    return close + 1
                self.handle_comment(raw[i + 2:close])
                return close + 1
            tag = name.group(1).lower()
        else:
            tag = m.group(1).lower()
            close = m.end() - 1
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(raw[i:close + 1])
            return close + 1
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return close + 1

    # What subclasses are told.

    def handle_starttag(self, tag, attrs):
        """A start tag with its (name, value) pairs."""

    def handle_endtag(self, tag):
        """An end tag."""

    def handle_startendtag(self, tag, attrs):
        """A tag that ends itself: both, unless told otherwise."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_data(self, data):
        """Text."""

    def handle_entityref(self, name):
        """&name;"""

    def handle_charref(self, name):
        """&#name;"""

    def handle_comment(self, data):
        """<!--data-->"""

    def handle_decl(self, decl):
        """<!decl>"""

    def unknown_decl(self, data):
        """<![data]>"""

    def handle_pi(self, data):
        """<?data>"""
