"""Codec registry and base classes."""

import _codecs
import builtins
import sys
from _codecs import (
    _unregister_error, ascii_decode, ascii_encode, decode, encode, escape_decode, escape_encode, latin_1_decode, latin_1_encode, lookup,
    raw_unicode_escape_decode, raw_unicode_escape_encode, readbuffer_encode, register, register_error, unicode_escape_decode,
    unicode_escape_encode, unregister, utf_7_decode, utf_7_encode, utf_8_decode, utf_8_encode, utf_16_be_decode, utf_16_be_encode,
    utf_16_decode, utf_16_encode, utf_16_le_decode, utf_16_le_encode, utf_32_be_decode, utf_32_be_encode, utf_32_decode, utf_32_encode,
    utf_32_le_decode, utf_32_le_encode)

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE",
           "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec",
           "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter", "StreamReaderWriter", "StreamRecoder",
           "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode", "decode",
           "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors",
           "backslashreplace_errors", "namereplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == 'little' else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == 'little' else BOM_UTF32_BE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    """What a codec offers: a tuple (encode, decode, streamreader, streamwriter) with more attributes."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """Stateless encoding and decoding."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder(object):
    """Encodes input that arrives in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


def _take(coder, input, convert, final):
    """What convert makes of the kept and the new input; coder keeps the rest."""
    input = coder.buffer + input
    output, consumed = convert(input, coder.errors, final)
    coder.buffer = input[consumed:]
    return output


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps input it cannot encode yet."""

    def __init__(self, errors='strict'):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        return _take(self, input, self._buffer_encode, final)

    # The state is what is kept; with nothing kept it is 0.

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""

    def reset(self):
        super().reset()
        self.buffer = ""


class IncrementalDecoder(object):
    """Decodes input that arrives in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps incomplete input."""

    def __init__(self, errors='strict'):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        return _take(self, input, self._buffer_decode, final)

    # The state is what is kept, and a number for subclasses.

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer, _ = state

    def reset(self):
        super().reset()
        self.buffer = b""


class StreamWriter(Codec):
    """Encodes what is written to a binary stream."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, consumed = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReader(Codec):
    """Decodes what is read from a binary stream."""

    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()
        self.linebuffer = None

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def read(self, size=-1, chars=-1, firstline=False):
        if self.linebuffer:
            self.charbuffer = self.charbuffertype().join(self.linebuffer)
            self.linebuffer = None
        if chars < 0:
            chars = size
        while True:
            if chars >= 0 and len(self.charbuffer) >= chars:
                break
            newdata = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + newdata
            if not data:
                break
            try:
                newchars, used = self.decode(data, self.errors)
            except UnicodeDecodeError as exc:
                if not firstline:
                    raise
                newchars, used = self.decode(data[:exc.start], self.errors)
                if len(newchars.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[used:]
            self.charbuffer += newchars
            if not newdata or chars < 0:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self.charbuffertype()
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                self.charbuffer = self.linebuffer[0]
                self.linebuffer = None
            return line if keepends else line.splitlines(keepends=False)[0]
        step = size or 72
        line = self.charbuffertype()
        while True:
            data = self.read(step, firstline=True)
            if data and (data.endswith("\r") if isinstance(data, str) else data.endswith(b"\r")):
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(keepends=True)
            if lines:
                first = lines[0]
                bare = first.splitlines(keepends=False)[0]
                if len(lines) > 1 or first != bare:
                    rest = lines[1:]
                    if rest:
                        self.charbuffer = self.charbuffertype().join(rest) + self.charbuffer
                    return first if keepends else bare
            if not data or size is not None:
                if lines and not keepends:
                    return lines[0].splitlines(keepends=False)[0]
                return line
            if step < 8000:
                step *= 2

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()
        self.linebuffer = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReaderWriter:
    """A StreamReader and a StreamWriter for the same stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    # Each half does what it can.

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.reader)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        # At the beginning the writer begins anew, with what marks one.
        if (offset, whence) == (0, 0):
            self.writer.reset()

    def reset(self):
        for half in (self.reader, self.writer):
            half.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamRecoder:
    """Translates between two encodings: the frontend sees one, the stream the other."""

    data_encoding = 'unknown'
    file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        data = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(data, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b''.join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open a file with a codec's stream classes around it."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        codec = lookup(encoding)
        wrapped = StreamReaderWriter(file, codec.streamreader, codec.streamwriter, errors)
    except BaseException:
        file.close()
        raise
    wrapped.encoding = encoding
    return wrapped


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """Wrap file so that it is read and written in data_encoding while it holds file_encoding."""
    if file_encoding is None:
        file_encoding = data_encoding
    data = lookup(data_encoding)
    inner = lookup(file_encoding)
    sr = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
    sr.data_encoding = data_encoding
    sr.file_encoding = file_encoding
    return sr


def _part(name):
    def get(encoding):
        part = getattr(lookup(encoding), name)
        if part is None:
            raise LookupError(encoding)
        return part
    return get


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


getincrementalencoder = _part('incrementalencoder')
getincrementaldecoder = _part('incrementaldecoder')


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def _convert_pieces(convert, pieces, end):
    """Yield what convert makes of the pieces and, with final set, of the end, unless that is nothing."""
    for piece in pieces:
        if converted := convert(piece):
            yield converted
    if converted := convert(end, True):
        yield converted


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Yield the pieces of iterator encoded by an incremental encoder."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    yield from _convert_pieces(encoder.encode, iterator, "")


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Yield the pieces of iterator decoded by an incremental decoder."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    yield from _convert_pieces(decoder.decode, iterator, b"")


# Error handlers.

def strict_errors(exc, /):
    if isinstance(exc, BaseException):
        raise exc
    raise TypeError("codec must pass exception instance")


def _unhandled(exc):
    return TypeError("don't know how to handle %s in error callback" % type(exc).__name__)


def ignore_errors(exc, /):
    if isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        return '', exc.end
    raise _unhandled(exc)


def replace_errors(exc, /):
    if isinstance(exc, UnicodeEncodeError):
        return '?' * (exc.end - exc.start), exc.end
    if isinstance(exc, UnicodeDecodeError):
        return '\ufffd', exc.end
    if isinstance(exc, UnicodeTranslateError):
        return '\ufffd' * (exc.end - exc.start), exc.end
    raise _unhandled(exc)


def _escape(code):
    return '\\x%02x' % code if code < 0x100 else '\\u%04x' % code if code < 0x10000 else '\\U%08x' % code


def xmlcharrefreplace_errors(exc, /):
    if isinstance(exc, UnicodeEncodeError):
        return ''.join(['&#%d;' % ord(c) for c in exc.object[exc.start:exc.end]]), exc.end
    raise _unhandled(exc)


def backslashreplace_errors(exc, /):
    if isinstance(exc, UnicodeDecodeError):
        return ''.join(['\\x%02x' % c for c in exc.object[exc.start:exc.end]]), exc.end
    if isinstance(exc, (UnicodeEncodeError, UnicodeTranslateError)):
        return ''.join([_escape(ord(c)) for c in exc.object[exc.start:exc.end]]), exc.end
    raise _unhandled(exc)


def namereplace_errors(exc, /):
    if isinstance(exc, UnicodeEncodeError):
        out = []
        for c in exc.object[exc.start:exc.end]:
            name = _codecs.charname(c)
            out.append('\\N{%s}' % name if name else _escape(ord(c)))
        return ''.join(out), exc.end
    raise _unhandled(exc)


def _surrogateescape(exc, /):
    if isinstance(exc, UnicodeEncodeError):
        codes = [ord(c) for c in exc.object[exc.start:exc.end]]
        if any(not 0xdc80 <= c <= 0xdcff for c in codes):
            raise exc
        return bytes([c - 0xdc00 for c in codes]), exc.end
    if isinstance(exc, UnicodeDecodeError):
        out = []
        for c in exc.object[exc.start:exc.end][:4]:
            if c < 128:
                break
            out.append(chr(0xdc00 + c))
        if not out:
            raise exc
        return ''.join(out), exc.start + len(out)
    raise _unhandled(exc)


def _surrogatepass(exc, /):
    if isinstance(exc, UnicodeEncodeError):
        text = exc.object[exc.start:exc.end]
        if any(not 0xd800 <= ord(c) <= 0xdfff for c in text):
            raise exc
        return text.encode(exc.encoding, 'surrogatepass'), exc.end
    if isinstance(exc, UnicodeDecodeError):
        size = 3 if '8' in exc.encoding else 2 if '16' in exc.encoding else 4
        try:
            return exc.object[exc.start:exc.start + size].decode(exc.encoding, 'surrogatepass'), exc.start + size
        except UnicodeDecodeError:
            raise exc from None
    raise _unhandled(exc)


_builtin_errors = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
                   'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors,
                   'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape, 'surrogatepass': _surrogatepass}


def lookup_error(name, /):
    """Return the error handler registered under name."""
    handler = _codecs.find_error(name)
    if handler is None:
        handler = _builtin_errors.get(name)
    if handler is None:
        raise LookupError("unknown error handler name '%s'" % name)
    return handler


# Functions of encodings that have arguments of their own.

def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode('utf-16', 2, data, errors, byteorder, final)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode('utf-32', 4, data, errors, byteorder, final)


def _ex_decode(name, size, data, errors, byteorder, final):
    skip = 0
    if byteorder == 0:
        mark = bytes(data[:size])
        if mark == '\ufeff'.encode(name + '-le'):
            byteorder, skip = -1, size
        elif mark == '\ufeff'.encode(name + '-be'):
            byteorder, skip = 1, size
    text, used = _codecs.decode_text(name + ('-be' if byteorder == 1 else '-le'), data[skip:], errors, final)
    return text, used + skip, byteorder


def charmap_build(map, /):
    """Return the encoding table for a decoding table of up to 256 characters."""
    return {ord(c): i for i, c in enumerate(map)}


def charmap_decode(data, errors='strict', mapping=None, /):
    if mapping is None:
        return _codecs.decode_text('latin-1', data, errors, True)
    data = bytes(data)
    out = []
    pos = 0
    while pos < len(data):
        try:
            x = mapping[data[pos]]
        except LookupError:
            x = None
        if isinstance(x, int):
            if x == 0xfffe:
                x = None
            elif not 0 <= x < 0x110000:
                raise TypeError("character mapping must be in range(0x110000)")
            else:
                x = chr(x)
        elif x == '\ufffe':
            x = None
        elif x is not None and not isinstance(x, str):
            raise TypeError("character mapping must return integer, None or str")
        if x is None:
            exc = UnicodeDecodeError('charmap', data, pos, pos + 1, 'character maps to <undefined>')
            x, pos = lookup_error(errors or 'strict')(exc)
            out.append(x)
            continue
        out.append(x)
        pos += 1
    return ''.join(out), len(data)


def charmap_encode(str, errors='strict', mapping=None, /):
    if mapping is None:
        return _codecs.encode_text('latin-1', str, errors)

    def convert(c):
        try:
            x = mapping[ord(c)]
        except LookupError:
            return None
        if isinstance(x, int):
            if not 0 <= x < 256:
                raise TypeError("character mapping must be in range(256)")
            return bytes([x])
        if x is not None and not isinstance(x, bytes):
            raise TypeError("character mapping must return integer, bytes or None, not %s" % type(x).__name__)
        return x
    out = []
    pos = 0
    while pos < len(str):
        x = convert(str[pos])
        if x is not None:
            out.append(x)
            pos += 1
            continue
        end = pos + 1
        while end < len(str) and convert(str[end]) is None:
            end += 1
        exc = UnicodeEncodeError('charmap', str, pos, end, 'character maps to <undefined>')
        x, pos = lookup_error(errors or 'strict')(exc)
        if isinstance(x, bytes):
            out.append(x)
            continue
        for c in x:
            y = convert(c)
            if y is None:
                raise exc
            out.append(y)
    return b''.join(out), len(str)


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    m = {}
    for k, v in decoding_map.items():
        m[v] = k if v not in m else None
    return m
