"""Addresses, dates and parameters of headers."""
import datetime
import os
import re
import time
import urllib.parse

__all__ = ['collapse_rfc2231_value', 'decode_params', 'decode_rfc2231', 'encode_rfc2231', 'formataddr', 'formatdate', 'format_datetime',
           'getaddresses', 'make_msgid', 'mktime_tz', 'parseaddr', 'parsedate', 'parsedate_tz', 'parsedate_to_datetime', 'quote', 'unquote',
           'localtime']

_DAYS = 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'
_MONTHS = 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'
_ZONES = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300, 'EST': -500, 'EDT': -400, 'CST': -600, 'CDT': -500,
          'MST': -700, 'MDT': -600, 'PST': -800, 'PDT': -700}


def quote(str):
    return str.replace('\\', '\\\\').replace('"', '\\"')


def unquote(str):
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if str.startswith('<') and str.endswith('>'):
            return str[1:-1]
    return str


# Addresses.

def formataddr(pair, charset='utf-8'):
    name, address = pair
    address.encode('ascii')
    if not name:
        return address
    if not name.isascii():
        from email.header import encode_word
        return f'{encode_word(name, str(charset))} <{address}>'
    quotes = '"' if re.search(r'[][\\()<>@,:;".]', name) else ''
    name = re.sub(r'[\\"]', r'\\\g<0>', name)
    return f'{quotes}{name}{quotes} <{address}>'


_TOKEN = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|\(((?:[^()\\]|\\.)*)\)|([<>,;:@])|([^\s"()<>,;:@]+))')


def _tokens(text):
    at = 0
    while at < len(text):
        m = _TOKEN.match(text, at)
        if m is None:
            if text[at:].strip():
                yield 'bad', text[at:]
            return
        at = m.end()
        quoted, comment, special, atom = m.groups()
        blank = text[m.start():m.start() + 1].isspace()
        if quoted is not None:
            yield 'quoted', re.sub(r'\\(.)', r'\1', quoted), blank
        elif comment is not None:
            yield 'comment', comment, blank
        elif special:
            yield special, special, blank
        else:
            yield 'atom', atom, blank


class _Mailbox:
    """What has been read of one address."""

    def __init__(self):
        self.words, self.comments, self.address, self.route = [], [], None, False
        self.bad = False

    def pair(self):
        words = ''.join((' ' if blank and i else '') + w for i, (w, blank) in enumerate(self.words)).strip()
        if self.address is not None:
            name = words
            if self.comments:
                name += (' ' if name else '') + '(' + ' '.join(self.comments) + ')'
            return name, self.address
        return ' '.join(self.comments), words.replace(' ', '') if '@' in words else words

    def empty(self):
        return not self.words and self.address is None and not self.comments


def _parse_addresses(text):
    boxes, box, in_route = [], _Mailbox(), False
    for token in _tokens(text):
        kind, value = token[0], token[1]
        if kind == 'bad':
            box.bad = True
        elif kind == '<':
            in_route, box.address = True, ''
        elif kind == '>':
            in_route = False
        elif in_route:
            if kind == ':':
                box.address = ''  # an obsolete route
            elif kind != 'comment':
                box.address += value if kind != 'quoted' else '"%s"' % value
        elif kind in ',;':
            if not box.empty():
                boxes.append(box)
            box = _Mailbox()
        elif kind == ':':
            box = _Mailbox()  # the name of a group
        elif kind == 'comment':
            box.comments.append(value)
        else:
            box.words.append((value, token[2] and kind != '@'))
    if not box.empty() or box.bad:
        boxes.append(box)
    return boxes


def parseaddr(addr, *, strict=True):
    if isinstance(addr, list):
        addr = addr[0]
    if not isinstance(addr, str):
        return '', ''
    boxes = _parse_addresses(addr)
    if not boxes or strict and len(boxes) > 1 or boxes[0].bad:
        return '', ''
    return boxes[0].pair()


def getaddresses(fieldvalues, *, strict=True):
    return [b.pair() if not b.bad else ('', '') for v in fieldvalues for b in _parse_addresses(str(v))]


def make_msgid(idstring=None, domain=None):
    import random
    import socket
    parts = [str(int(time.time() * 100)), str(os.getpid()), str(random.getrandbits(64))]
    if idstring is not None:
        parts.append(idstring)
    return '<%s@%s>' % ('.'.join(parts), domain if domain is not None else socket.getfqdn())


# Dates.

def _format_timetuple_and_zone(t, zone):
    return '%s, %02d %s %04d %02d:%02d:%02d %s' % (_DAYS[t[6]], t[2], _MONTHS[t[1] - 1], t[0], t[3], t[4], t[5], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    if timeval is None:
        timeval = time.time()
    dt = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        dt, usegmt = dt.astimezone(), False
    elif not usegmt:
        dt = dt.replace(tzinfo=None)
    return format_datetime(dt, usegmt)


def format_datetime(dt, usegmt=False):
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError('usegmt option requires a UTC datetime')
        zone = 'GMT'
    else:
        zone = '-0000' if dt.tzinfo is None else dt.strftime('%z')
    return _format_timetuple_and_zone(dt.timetuple(), zone)


def localtime(dt=None, isdst=None):
    if dt is None:
        dt = datetime.datetime.now(datetime.timezone.utc)
    return dt.astimezone()


_TIME = re.compile(r'(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:\.\d+)?)?$')


def _parsedate_tz(data):
    if not data:
        return None
    words = data.replace(',', ' ').split()
    if words and words[0][:3].title() in _DAYS and not words[0][0].isdigit():
        del words[0]
    if words and words[0].count('-') == 2:
        words[:1] = words[0].split('-')
    if len(words) < 3:
        return None
    if words[0][:3].title() in _MONTHS:
        words[0], words[1] = words[1], words[0]
    try:
        day, month = int(words[0]), _MONTHS.index(words[1][:3].title()) + 1
    except ValueError:
        return None
    rest = words[2:]
    year = clock = zone = None
    for w in rest:
        if clock is None and (m := _TIME.match(w)):
            clock = m
        elif year is None and w.isdigit():
            year = int(w)
        elif zone is None and (w.upper() in _ZONES or w[0] in '+-' and w[1:].isdigit()):
            zone = w
    if year is None:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    hour, minute, second = (int(x or 0) for x in clock.groups()) if clock else (0, 0, 0)
    offset = None
    if zone is not None:
        offset = _ZONES.get(zone.upper())
        if offset is None:
            offset = int(zone)
            if offset == 0 and zone.startswith('-'):
                offset = None
        if offset:
            sign, n = (-1, -offset) if offset < 0 else (1, offset)
            offset = sign * (n // 100 * 3600 + n % 100 * 60)
    return year, month, day, hour, minute, second, 0, 1, -1, offset


def parsedate_tz(data):
    t = _parsedate_tz(data)
    if t is None:
        return None
    return t[:9] + (0 if t[9] is None else t[9],)


def parsedate(data):
    t = parsedate_tz(data)
    return t and t[:9]


def parsedate_to_datetime(data):
    t = _parsedate_tz(data)
    if t is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    if t[9] is None:
        return datetime.datetime(*t[:6])
    return datetime.datetime(*t[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=t[9])))


def mktime_tz(data):
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    import calendar
    return calendar.timegm(data) - data[9]


# Parameters with charset and language.

def decode_rfc2231(s):
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else tuple(parts)


def encode_rfc2231(s, charset=None, language=None):
    s = urllib.parse.quote(s, safe='', encoding=charset or 'ascii')
    if charset is None and language is None:
        return s
    return "%s'%s'%s" % (charset, language or '', s)


def collapse_rfc2231_value(value, errors='replace', fallback_charset='us-ascii'):
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, language, text = value
    try:
        return text.encode('raw-unicode-escape').decode(charset or fallback_charset, errors)
    except LookupError:
        return unquote(text)


def decode_params(params):
    """Put the parts of parameters such as name*0* together."""
    new, pieces = [params[0]], {}
    for name, value in params[1:]:
        m = re.fullmatch(r'(\w[\w.-]*?)\*(?:(\d+)(\*)?)?', name, re.ASCII)
        if m is None:
            new.append((name, '"%s"' % quote(unquote(value))))
        else:
            number = int(m.group(2) or 0)
            pieces.setdefault(m.group(1), []).append((number, unquote(value), m.group(2) is None or m.group(3) is not None))
    for name, parts in pieces.items():
        parts.sort()
        text = ''.join(urllib.parse.unquote(v, encoding='latin-1') if extended else v for _, v, extended in parts)
        if any(extended for _, _, extended in parts):
            charset, language, text = decode_rfc2231(text)
            new.append((name, (charset, language, '"%s"' % quote(text))))
        else:
            new.append((name, '"%s"' % quote(text)))
    return new
