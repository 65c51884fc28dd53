"""Functions that read and write gzipped files."""

import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def _header(mtime, level):
    flags = b'\x02' if level == _COMPRESS_LEVEL_BEST else b'\x04' if level == _COMPRESS_LEVEL_FAST else b'\x00'
    return b'\x1f\x8b\x08\x00' + struct.pack('<L', int(time.time() if mtime is None else mtime)) + flags + b'\xff'


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """Compress data in one shot and return the compressed bytes."""
    body = zlib.compress(data, compresslevel, wbits=-15)
    return _header(mtime, compresslevel) + body + struct.pack('<LL', zlib.crc32(data), len(data) & 0xffffffff)


def _header_length(data):
    if data[:2] != b'\x1f\x8b':
        raise BadGzipFile('Not a gzipped file (%r)' % bytes(data[:2]))
    if len(data) < 10:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
    if data[2] != 8:
        raise BadGzipFile('Unknown compression method')
    flags, at = data[3], 10
    if flags & 4:
        at += 2 + int.from_bytes(data[at:at + 2], 'little')
    for bit in (8, 16):
        if flags & bit:
            at = data.index(b'\0', at) + 1
    if flags & 2:
        at += 2
    return at


def decompress(data):
    """Decompress a gzip compressed string in one shot."""
    out = []
    data = bytes(data)
    while data:
        d = zlib.decompressobj(wbits=-15)
        text = d.decompress(data[_header_length(data):])
        if not d.eof or len(d.unused_data) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        crc, size = struct.unpack('<LL', d.unused_data[:8])
        if crc != zlib.crc32(text):
            raise BadGzipFile("CRC check failed")
        if size != len(text) & 0xffffffff:
            raise BadGzipFile("Incorrect length of data produced")
        out.append(text)
        data = d.unused_data[8:].lstrip(b'\0')
    return b''.join(out)


class GzipFile(io.BufferedIOBase):
    """A file whose contents are compressed; reading decompresses the whole at first use."""

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        mode = mode or 'rb'
        if 'b' not in mode:
            mode += 'b'
        self._owned = None
        if fileobj is None:
            fileobj = self._owned = io.open(filename, mode)
        self.name = filename if filename is not None else getattr(fileobj, 'name', '')
        self.fileobj = fileobj
        self.compresslevel = compresslevel
        self._mtime = mtime
        self._writing = mode[0] in 'wax'
        self._data = io.BytesIO() if self._writing else None
        self.mode = mode

    @property
    def mtime(self):
        return self._mtime

    def _contents(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if self._writing:
            raise OSError(9, "read() on write-only GzipFile object")
        if self._data is None:
            self._data = io.BytesIO(decompress(self.fileobj.read()))
        return self._data

    def read(self, size=-1):
        return self._contents().read(size)

    def read1(self, size=-1):
        return self._contents().read(size)

    def peek(self, n):
        data = self._contents()
        at = data.tell()
        out = data.read(n)
        data.seek(at)
        return out

    def readline(self, size=-1):
        return self._contents().readline(size)

    def write(self, data):
        if self.closed:
            raise ValueError("write() on closed GzipFile object")
        if not self._writing:
            raise OSError(9, "write() on read-only GzipFile object")
        return self._data.write(data)

    def seek(self, offset, whence=0):
        return (self._data if self._writing else self._contents()).seek(offset, whence)

    def tell(self):
        return (self._data if self._writing else self._contents()).tell()

    def readable(self):
        return not self._writing

    def writable(self):
        return self._writing

    def seekable(self):
        return True

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        fileobj, self.fileobj = self.fileobj, None
        if fileobj is None:
            return
        try:
            if self._writing:
                fileobj.write(compress(self._data.getvalue(), self.compresslevel, mtime=self._mtime))
        finally:
            if self._owned is not None:
                self._owned.close()


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Open a gzip-compressed file in binary or text mode."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" in mode:
        return io.TextIOWrapper(file, encoding, errors, newline)
    return file
