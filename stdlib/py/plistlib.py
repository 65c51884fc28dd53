"""Reading and writing of property lists, in XML and in the binary form."""

import binascii
import codecs
import datetime
import enum
import itertools
import os
import re
import struct
from io import BytesIO

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = enum.Enum('PlistFormat', 'FMT_XML FMT_BINARY', module=__name__)
globals().update(PlistFormat.__members__)


class UID:
    """A number that binary files of NSKeyedArchiver use to refer to objects."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >= 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__, repr(self.data))

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        if not isinstance(other, UID):
            return NotImplemented
        return self.data == other.data

    def __hash__(self):
        return hash(self.data)


class InvalidFileException(ValueError):
    def __init__(self, message="Invalid file"):
        ValueError.__init__(self, message)


# XML

_HEAD = b'''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''
_forbidden = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f]')
_date = re.compile(r'(\d\d\d\d)(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z', re.ASCII)


def _escape(text):
    if _forbidden.search(text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _date_text(d, aware_datetime):
    if aware_datetime:
        d = d.astimezone(datetime.UTC)
    return '%04d-%02d-%02dT%02d:%02d:%02dZ' % (d.year, d.month, d.day, d.hour, d.minute, d.second)


def _date_from(text, aware_datetime):
    m = _date.match(text)
    if not m:
        raise ValueError(f'invalid date: {text!r}')
    parts = [int(p) for p in m.groups() if p is not None]
    return datetime.datetime(*parts, tzinfo=datetime.UTC) if aware_datetime else datetime.datetime(*parts)


class _XMLWriter:
    def __init__(self, file, sort_keys, skipkeys, aware_datetime):
        self.file = file
        self.sort_keys, self.skipkeys, self.aware = sort_keys, skipkeys, aware_datetime
        self.depth = 0

    def write(self, value):
        self.file.write(_HEAD)
        self.line('<plist version="1.0">')
        self.value(value)
        self.line('</plist>')

    def line(self, text):
        self.file.write(b'\t' * self.depth + text.encode('utf-8') + b'\n')

    def element(self, tag, text):
        self.line(f'<{tag}>{_escape(text)}</{tag}>')

    def value(self, value):
        if isinstance(value, str):
            self.element('string', value)
        elif value is True or value is False:
            self.line('<true/>' if value else '<false/>')
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self.element('integer', '%d' % value)
        elif isinstance(value, float):
            self.element('real', repr(value))
        elif isinstance(value, dict):
            self.dict(value)
        elif isinstance(value, (bytes, bytearray)):
            self.bytes(value)
        elif isinstance(value, datetime.datetime):
            self.element('date', _date_text(value, self.aware))
        elif isinstance(value, (tuple, list)):
            self.array(value)
        else:
            raise TypeError("unsupported type: %s" % type(value))

    def bytes(self, data):
        self.line('<data>')
        width = max(16, 76 - 8 * self.depth) // 4 * 3
        for at in range(0, len(data), width):
            self.line(binascii.b2a_base64(data[at:at + width], newline=False).decode())
        self.line('</data>')

    def dict(self, d):
        if not d:
            self.line('<dict/>')
            return
        self.line('<dict>')
        self.depth += 1
        for key, value in sorted(d.items()) if self.sort_keys else d.items():
            if not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError("keys must be strings")
            self.element('key', key)
            self.value(value)
        self.depth -= 1
        self.line('</dict>')

    def array(self, items):
        if not items:
            self.line('<array/>')
            return
        self.line('<array>')
        self.depth += 1
        for item in items:
            self.value(item)
        self.depth -= 1
        self.line('</array>')


def _number(text):
    if text.startswith(('0x', '0X')):
        return int(text, 16)
    return int(text)


def _from_xml(data, dict_type, aware_datetime):
    from xml.etree.ElementTree import fromstring
    if re.search(rb'<!ENTITY', data):
        raise InvalidFileException("XML entity declarations are not supported in plist files")
    root = fromstring(data)

    def value(node):
        tag, text = node.tag, node.text or ''
        if tag == 'dict':
            return table(node)
        if tag == 'array':
            return [value(child) for child in node]
        if len(node):
            raise ValueError("unexpected element at line 1")
        if tag in ('true', 'false'):
            return tag == 'true'
        if tag == 'integer':
            return _number(text)
        if tag == 'real':
            return float(text)
        if tag == 'string':
            return text
        if tag == 'data':
            return binascii.a2b_base64(text.encode())
        if tag == 'date':
            return _date_from(text, aware_datetime)
        raise ValueError(f"unknown element {tag!r}")

    def table(node):
        result, children = dict_type(), iter(node)
        for child in children:
            if child.tag != 'key' or len(child):
                raise ValueError("unexpected element at line 1")
            item = next(children, None)
            if item is None or item.tag == 'key':
                raise ValueError("missing value for key '%s' at line 1" % (child.text or ''))
            result[child.text or ''] = value(item)
        return result

    if root.tag != 'plist':
        return value(root)
    children = list(root)
    return value(children[-1]) if children else None


# The binary form: a table of objects, a table of where they are, and a trailer that tells of both.

class _BinaryReader:
    def __init__(self, dict_type, aware_datetime):
        self.dict_type, self.aware = dict_type, aware_datetime

    def parse(self, fp):
        try:
            self.fp = fp
            fp.seek(-32, os.SEEK_END)
            trailer = fp.read(32)
            if len(trailer) != 32:
                raise InvalidFileException()
            offset_size, self.ref_size, count, top, table = struct.unpack('>6xBBQQQ', trailer)
            fp.seek(table)
            self.offsets = self.numbers(count, offset_size)
            self.objects = [Ellipsis] * count
            return self.read(top)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException()

    def numbers(self, count, size):
        data = self.fp.read(count * size)
        if not size or len(data) != count * size:
            raise InvalidFileException()
        return [int.from_bytes(data[i:i + size]) for i in range(0, len(data), size)]

    def size(self, low):
        if low != 15:
            return low
        return self.numbers(1, 1 << (self.fp.read(1)[0] & 3))[0]

    def exactly(self, n):
        data = self.fp.read(n)
        if len(data) != n:
            raise InvalidFileException()
        return data

    def read(self, ref):
        found = self.objects[ref]
        if found is not Ellipsis:
            return found
        self.fp.seek(self.offsets[ref])
        token = self.fp.read(1)[0]
        high, low = token & 0xf0, token & 0x0f
        if token in (0x00, 0x08, 0x09, 0x0f):
            found = {0: None, 8: False, 9: True, 15: b''}[token]
        elif high == 0x10:
            found = int.from_bytes(self.exactly(1 << low), signed=low >= 3)
        elif token in (0x22, 0x23):
            found = struct.unpack('>f' if low == 2 else '>d', self.exactly(1 << low))[0]
        elif token == 0x33:
            moment = datetime.timedelta(seconds=struct.unpack('>d', self.exactly(8))[0])
            found = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC if self.aware else None) + moment
        elif high == 0x40:
            found = self.exactly(self.size(low))
        elif high == 0x50:
            found = self.exactly(self.size(low)).decode('ascii')
        elif high == 0x60:
            found = self.exactly(2 * self.size(low)).decode('utf-16be')
        elif high == 0x80:
            found = UID(int.from_bytes(self.exactly(1 + low)))
        elif high == 0xa0:
            refs = self.numbers(n, self.ref_size) if (n := self.size(low)) else []
            found = self.objects[ref] = []
            found.extend(self.read(r) for r in refs)
        elif high == 0xd0:
            n = self.size(low)
            refs = self.numbers(2 * n, self.ref_size) if n else []
            found = self.objects[ref] = self.dict_type()
            for key, item in zip(refs[:n], refs[n:]):
                try:
                    found[self.read(key)] = self.read(item)
                except TypeError:
                    raise InvalidFileException()
        else:
            raise InvalidFileException()
        self.objects[ref] = found
        return found


_SIZES = {1: 'B', 2: 'H', 4: 'L', 8: 'Q'}
_scalars = (str, int, float, datetime.datetime, bytes)


def _width(n):
    """The bytes that a number needs."""
    return 1 if n < 1 << 8 else 2 if n < 1 << 16 else 4 if n < 1 << 32 else 8


class _BinaryWriter:
    def __init__(self, fp, sort_keys, skipkeys, aware_datetime):
        self.fp = fp
        self.sort_keys, self.skipkeys, self.aware = sort_keys, skipkeys, aware_datetime

    def write(self, value):
        self.objects, self.refs, self.ids = [], {}, {}
        self.flatten(value)
        self.ref_size = _width(len(self.objects))
        self.fp.write(b'bplist00')
        offsets = []
        for obj in self.objects:
            offsets.append(self.fp.tell())
            self.object(obj)
        table = self.fp.tell()
        size = _width(table)
        for offset in offsets:
            self.fp.write(offset.to_bytes(size))
        self.fp.write(struct.pack('>5xBBBQQQ', 0, size, self.ref_size, len(self.objects), self.ref(value), table))

    def flatten(self, value):
        if isinstance(value, _scalars):
            if (type(value), value) in self.refs:
                return
            self.refs[type(value), value] = len(self.objects)
        elif id(value) in self.ids:
            return
        else:
            self.ids[id(value)] = len(self.objects)
        self.objects.append(value)
        if isinstance(value, dict):
            keys, items = self.pairs(value)
            for part in itertools.chain(keys, items):
                self.flatten(part)
        elif isinstance(value, (list, tuple)):
            for item in value:
                self.flatten(item)

    def pairs(self, d):
        rows = sorted(d.items()) if self.sort_keys else d.items()
        keys, items = [], []
        for key, item in rows:
            if not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError("keys must be strings")
            keys.append(key)
            items.append(item)
        return keys, items

    def ref(self, value):
        return self.refs[type(value), value] if isinstance(value, _scalars) else self.ids[id(value)]

    def head(self, token, size):
        if size < 15:
            self.fp.write(bytes([token | size]))
        else:
            width = _width(size)
            self.fp.write(bytes([token | 15, 0x10 | width.bit_length() - 1]) + size.to_bytes(width))

    def references(self, values):
        for value in values:
            self.fp.write(self.ref(value).to_bytes(self.ref_size))

    def object(self, value):
        if value is None or value is True or value is False:
            self.fp.write(b'\x00' if value is None else b'\x09' if value else b'\x08')
        elif isinstance(value, int):
            self.integer(value)
        elif isinstance(value, UID):
            if value.data < 0:
                raise ValueError("UIDs must be positive")
            size = _width(value.data)
            self.fp.write(bytes([0x80 | size - 1]) + value.data.to_bytes(size))
        elif isinstance(value, float):
            self.fp.write(struct.pack('>Bd', 0x23, value))
        elif isinstance(value, datetime.datetime):
            start = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC if self.aware else None)
            if self.aware:
                value = value.astimezone(datetime.UTC)
            self.fp.write(struct.pack('>Bd', 0x33, (value - start).total_seconds()))
        elif isinstance(value, (bytes, bytearray)):
            self.head(0x40, len(value))
            self.fp.write(value)
        elif isinstance(value, str):
            ascii = value.isascii()
            data = value.encode('ascii' if ascii else 'utf-16be')
            self.head(0x50 if ascii else 0x60, len(data) if ascii else len(data) // 2)
            self.fp.write(data)
        elif isinstance(value, (list, tuple)):
            self.head(0xa0, len(value))
            self.references(value)
        elif isinstance(value, dict):
            keys, items = self.pairs(value)
            self.head(0xd0, len(keys))
            self.references(keys + items)
        else:
            raise TypeError(value)

    def integer(self, n):
        if n < 0:
            try:
                self.fp.write(struct.pack('>Bq', 0x13, n))
            except struct.error:
                raise OverflowError(n) from None
        elif n < 1 << 63:
            width = _width(n)
            self.fp.write(bytes([0x10 | width.bit_length() - 1]) + n.to_bytes(width))
        elif n < 1 << 64:
            self.fp.write(b'\x14' + n.to_bytes(16))
        else:
            raise OverflowError(n)


_WRITERS = {PlistFormat.FMT_XML: _XMLWriter, PlistFormat.FMT_BINARY: _BinaryWriter}


def _looks_like_xml(start):
    if start.startswith((b'<?xml', b'<plist')):
        return True
    for bom, encoding in ((codecs.BOM_UTF8, 'utf-8'), (codecs.BOM_UTF16_BE, 'utf-16-be'), (codecs.BOM_UTF16_LE, 'utf-16-le')):
        if start.startswith(bom):
            return start[len(bom):].startswith(('<?xml'.encode(encoding), '<plist'.encode(encoding)))
    return False


def load(fp, *, fmt=None, dict_type=dict, aware_datetime=False):
    """Read a property list from a binary file."""
    if fmt is None:
        start = fp.read(32)
        fp.seek(0)
        if _looks_like_xml(start):
            fmt = PlistFormat.FMT_XML
        elif start[:8] == b'bplist00':
            fmt = PlistFormat.FMT_BINARY
        else:
            raise InvalidFileException()
    if fmt == PlistFormat.FMT_XML:
        return _from_xml(fp.read(), dict_type, aware_datetime)
    return _BinaryReader(dict_type, aware_datetime).parse(fp)


def loads(value, *, fmt=None, dict_type=dict, aware_datetime=False):
    """Read a property list from bytes, or from text if it is in XML."""
    if isinstance(value, str):
        if fmt == PlistFormat.FMT_BINARY:
            raise TypeError("value must be bytes-like object when fmt is FMT_BINARY")
        value = value.encode()
    return load(BytesIO(value), fmt=fmt, dict_type=dict_type, aware_datetime=aware_datetime)


def dump(value, fp, *, fmt=PlistFormat.FMT_XML, sort_keys=True, skipkeys=False, aware_datetime=False):
    """Write a property list to a binary file."""
    if fmt not in _WRITERS:
        raise ValueError("Unsupported format: %r" % (fmt,))
    _WRITERS[fmt](fp, sort_keys, skipkeys, aware_datetime).write(value)


def dumps(value, *, fmt=PlistFormat.FMT_XML, skipkeys=False, sort_keys=True, aware_datetime=False):
    """Return the bytes of a property list."""
    fp = BytesIO()
    dump(value, fp, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys, aware_datetime=aware_datetime)
    return fp.getvalue()
