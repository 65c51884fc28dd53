"""Escaping and unescaping of HTML."""

import re as _re

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """Replace &, < and >, and by default quotes, with entities."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace('\'', "&#x27;")
    return s


# What the HTML 5 standard makes of numbers in 128-159 (windows-1252) and of forbidden ones.
_cp1252 = bytes(range(128, 160)).decode('cp1252', 'replace')
_invalid_charrefs = {0: '\ufffd', 13: '\r'}
for _i, _c in enumerate(_cp1252):
    _invalid_charrefs[128 + _i] = chr(128 + _i) if _c == '\ufffd' else _c
_invalid_codepoints = {*range(1, 9), *range(14, 32), *range(127, 160), *range(0xfdd0, 0xfdf0), 11,
                       *(plane * 0x10000 + low for plane in range(17) for low in (0xfffe, 0xffff))}
_charref = _re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def _replace_charref(m):
    from .entities import html5
    s = m.group(1)
    if s[0] == '#':
        num = int(s[2:].rstrip(';'), 16) if s[1] in 'xX' else int(s[1:].rstrip(';'))
        if num in _invalid_charrefs:
            return _invalid_charrefs[num]
        if 0xD800 <= num <= 0xDFFF or num > 0x10FFFF:
            return '\uFFFD'
        if num in _invalid_codepoints:
            return ''
        return chr(num)
    if s in html5:
        return html5[s]
    for x in range(len(s) - 1, 1, -1):
        if s[:x] in html5:
            return html5[s[:x]] + s[x:]
    return '&' + s


def unescape(s):
    """Replace named and numeric character references by the characters."""
    return _charref.sub(_replace_charref, s) if '&' in s else s
