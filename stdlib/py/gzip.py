"""Functions that read and write gzipped files."""

import errno
import io
import os
import struct
import time
import zlib
from _compression import BUFFER_SIZE, DecompressReader
from builtins import open as _open_file

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 'rb', 'wb'

_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9
_TRUNCATED = "Compressed file ended before the end-of-stream marker was reached"


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def _header(mtime, level, name=b''):
    hint = 2 if level == _COMPRESS_LEVEL_BEST else 4 if level == _COMPRESS_LEVEL_FAST else 0
    fixed = struct.pack('<BBBBLBB', 0x1f, 0x8b, 8, FNAME if name else 0, int(time.time() if mtime is None else mtime), hint, 255)
    return fixed + (name + b'\0' if name else b'')


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """Compress data in one shot and return the compressed bytes."""
    body = zlib.compress(data, compresslevel, wbits=-15)
    return _header(mtime, compresslevel) + body + struct.pack('<LL', zlib.crc32(data), len(data) & 0xffffffff)


def _exactly(fp, n):
    """Read n bytes, however many calls that takes."""
    data = fp.read(n)
    while len(data) < n:
        more = fp.read(n - len(data))
        if not more:
            raise EOFError(_TRUNCATED)
        data += more
    return data


def _read_gzip_header(fp):
    """Read the header of a stream and return its time; None at the end of the file."""
    magic = fp.read(2)
    if magic == b'':
        return None
    if magic != b'\x1f\x8b':
        raise BadGzipFile('Not a gzipped file (%r)' % magic)
    method, flags, mtime = struct.unpack('<BBLxx', _exactly(fp, 8))
    if method != 8:
        raise BadGzipFile('Unknown compression method')
    if flags & FEXTRA:
        _exactly(fp, int.from_bytes(_exactly(fp, 2), 'little'))
    for text in FNAME, FCOMMENT:
        if flags & text:
            while fp.read(1) not in (b'', b'\0'):
                pass
    if flags & FHCRC:
        _exactly(fp, 2)
    return mtime


def decompress(data):
    """Decompress a gzip compressed string in one shot."""
    parts = []
    while True:
        fp = io.BytesIO(data)
        if _read_gzip_header(fp) is None:
            return b''.join(parts)
        stream = zlib.decompressobj(wbits=-15)
        text = stream.decompress(data[fp.tell():])
        if not stream.eof or len(stream.unused_data) < 8:
            raise EOFError(_TRUNCATED)
        crc, size = struct.unpack('<LL', stream.unused_data[:8])
        if crc != zlib.crc32(text):
            raise BadGzipFile('CRC check failed')
        if size != len(text) & 0xffffffff:
            raise BadGzipFile('Incorrect length of data produced')
        parts.append(text)
        data = stream.unused_data[8:].lstrip(b'\0')


class _Source:
    """A file from which data that was read too much can be put back, whether the file can seek or not."""

    def __init__(self, file, ahead=b''):
        self.file = file
        self._ahead = ahead

    def read(self, n):
        if not self._ahead:
            return self.file.read(n)
        data, self._ahead = self._ahead[:n], self._ahead[n:]
        return data if len(data) == n else data + self.file.read(n - len(data))

    def put_back(self, data):
        self._ahead = data + self._ahead

    def seek(self, at):
        self._ahead = b''
        return self.file.seek(at)

    def seekable(self):
        return self.file.seekable()


class _GzipReader(DecompressReader):
    """The content of a gzip file, which is one stream or several in a row with zeros between them."""

    def __init__(self, fp):
        super().__init__(_Source(fp), zlib._ZlibDecompressor, wbits=-15)
        self._last_mtime = None
        self._inside = False        # behind a header, before its trailer

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        while size and not self._eof:
            if not self._inside and not self._begin():
                break
            if self._decompressor.eof:
                self._end()
                continue
            data = self._piece(size)
            if data:
                self._crc = zlib.crc32(data, self._crc)
                self._stream_size += len(data)
                self._pos += len(data)
                return data
        return b''

    def _begin(self):
        mtime = _read_gzip_header(self._fp)
        if mtime is None:
            self._eof, self._size = True, self._pos
            return False
        self._last_mtime = mtime
        self._decompressor = self._make()
        self._inside, self._crc, self._stream_size = True, zlib.crc32(b''), 0
        return True

    def _piece(self, size):
        if not self._decompressor.needs_input:
            return self._decompressor.decompress(b'', size)
        raw = self._fp.read(BUFFER_SIZE)
        if not raw:
            raise EOFError(_TRUNCATED)
        return self._decompressor.decompress(raw, size)

    def _end(self):
        self._fp.put_back(self._decompressor.unused_data)
        crc, size = struct.unpack('<LL', _exactly(self._fp, 8))
        if crc != self._crc:
            raise BadGzipFile('CRC check failed %s != %s' % (hex(crc), hex(self._crc)))
        if size != self._stream_size & 0xffffffff:
            raise BadGzipFile('Incorrect length of data produced')
        c = b'\0'
        while c == b'\0':
            c = self._fp.read(1)
        self._fp.put_back(c)
        self._inside = False

    def seek(self, offset, whence=io.SEEK_SET):
        before = self._pos
        target = offset + before if whence == io.SEEK_CUR else offset
        if whence in (io.SEEK_SET, io.SEEK_CUR) and target < before:
            self._inside = False
        return super().seek(offset, whence)


class GzipFile(io.BufferedIOBase):
    """
    A file that is compressed with gzip, in another file object or in the one
    that filename names. It can take the place of a binary file; it is open
    either for reading or for writing.
    """

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError('Invalid mode: {!r}'.format(mode))
        if mode and 'b' not in mode:
            mode += 'b'
        self.fileobj = None
        try:
            if fileobj is None:
                fileobj = self.myfileobj = _open_file(filename, mode or 'rb')
            if filename is None:
                filename = getattr(fileobj, 'name', '')
                if not isinstance(filename, (str, bytes)):
                    filename = ''
            else:
                filename = os.fspath(filename)
            if mode is None:
                mode = getattr(fileobj, 'mode', 'rb')
                if isinstance(mode, str) and mode.startswith(('w', 'a', 'x')):
                    import warnings
                    warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  "
                                  "Specify the mode argument for opening it for writing.", FutureWarning, 2)
            self._start(filename, mode, compresslevel, fileobj, mtime)
        except:
            self._close()
            raise

    def _start(self, filename, mode, compresslevel, fileobj, mtime):
        if mode.startswith('r'):
            self.mode = READ
            self._reader = _GzipReader(fileobj)
            self._buffer = io.BufferedReader(self._reader)
            self.name = filename
        elif mode.startswith(('w', 'a', 'x')):
            self.mode = WRITE
            self.name = filename
            self._write_mtime = mtime
            self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
            self.crc = zlib.crc32(b'')
            self.size = self.offset = 0
        else:
            raise ValueError('Invalid mode: {!r}'.format(mode))
        self.fileobj = fileobj
        if self.mode == WRITE:
            fileobj.write(_header(mtime, compresslevel, self._header_name()))

    def _header_name(self):
        """The name in the header: without folders and without .gz, if it can be written there."""
        try:
            name = os.path.basename(self.name)
            name = (name if isinstance(name, bytes) else name.encode('latin-1')).removesuffix(b'.gz')
        except UnicodeEncodeError:
            name = b''
        return name

    @property
    def mtime(self):
        """The time in the header that was read last, or None."""
        return self._reader._last_mtime

    def __repr__(self):
        return '<gzip ' + repr(self.fileobj)[1:-1] + ' ' + hex(id(self)) + '>'

    def _check_not_closed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def _check_mode(self, mode, call):
        if self.mode != mode:
            kind = 'write' if self.mode == WRITE else 'read'
            raise OSError(errno.EBADF, f'{call}() on {kind}-only GzipFile object')

    def write(self, data):
        """Write bytes to the file, and return how many; they may reach it only when it is flushed or closed."""
        self._check_not_closed()
        self._check_mode(WRITE, 'write')
        if self.fileobj is None:
            raise ValueError('write() on closed GzipFile object')
        with memoryview(data) as view:
            raw = bytes(view)
        if raw:
            self.fileobj.write(self.compress.compress(raw))
            self.size += len(raw)
            self.crc = zlib.crc32(raw, self.crc)
            self.offset += len(raw)
        return len(raw)

    def _readable(self, call):
        self._check_not_closed()
        self._check_mode(READ, call)
        return self._buffer

    def read(self, size=-1):
        """Read up to size uncompressed bytes, all if it is negative or None."""
        return self._readable('read').read(size)

    def read1(self, size=-1):
        """Read up to size uncompressed bytes, while trying to avoid making multiple reads."""
        return self._readable('read1').read1(BUFFER_SIZE if size < 0 else size)

    def peek(self, n):
        """Return buffered data without advancing the file position."""
        return self._readable('peek').peek(n)

    def readinto(self, b):
        return self._readable('readinto').readinto(b)

    def readline(self, size=-1):
        self._check_not_closed()
        return self._buffer.readline(size)

    @property
    def closed(self):
        """True if this file is closed."""
        return self.fileobj is None

    def close(self):
        """Write what is left, and close the file if it was opened here; closing again does nothing."""
        fileobj = self.fileobj
        if fileobj is None:
            return
        try:
            if self.mode == WRITE:
                fileobj.write(self.compress.flush() + struct.pack('<LL', self.crc, self.size & 0xffffffff))
            else:
                self._buffer.close()
        finally:
            self._close()

    def _close(self):
        self.fileobj = None
        myfileobj, self.myfileobj = self.myfileobj, None
        if myfileobj is not None:
            myfileobj.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        """Make what was written readable in the file."""
        self._check_not_closed()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        """Return the file descriptor of the underlying file."""
        return self.fileobj.fileno()

    def rewind(self):
        """Go back to the beginning of the uncompressed data, in reading."""
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_not_closed()
        return self.offset if self.mode == WRITE else self._buffer.tell()

    def seek(self, offset, whence=io.SEEK_SET):
        """Change the position: in writing only forward, over zeros; in reading by decompressing up to there."""
        if self.mode == READ:
            self._check_not_closed()
            return self._buffer.seek(offset, whence)
        if whence == io.SEEK_CUR:
            offset += self.offset
        elif whence != io.SEEK_SET:
            raise ValueError('Seek from end not supported')
        if offset < self.offset:
            raise OSError('Negative seek in write mode')
        zeros = bytes(BUFFER_SIZE)
        while offset > self.offset:
            self.write(zeros[:offset - self.offset])
        return self.offset


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Open a gzip-compressed file in binary or text mode; filename may be a file object."""
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
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file


def main():
    """The command `-m gzip`: compress files, or with -d decompress them."""
    import shutil
    import sys
    from argparse import ArgumentParser
    parser = ArgumentParser(description="A simple command line interface for the gzip module: act like gzip, but do not delete the input file.")
    group = parser.add_mutually_exclusive_group()
    group.add_argument('--fast', action='store_true', help='compress faster')
    group.add_argument('--best', action='store_true', help='compress better')
    group.add_argument("-d", "--decompress", action="store_true", help="act like gunzip instead of gzip")
    parser.add_argument("args", nargs="*", default=["-"], metavar='file')
    args = parser.parse_args()
    level = _COMPRESS_LEVEL_FAST if args.fast else _COMPRESS_LEVEL_BEST if args.best else _COMPRESS_LEVEL_TRADEOFF
    for arg in args.args:
        source, target = sys.stdin.buffer, sys.stdout.buffer
        if args.decompress:
            if arg != '-' and not arg.endswith('.gz'):
                sys.exit(f"filename doesn't end in .gz: {arg!r}")
            source = GzipFile(filename='', mode='rb', fileobj=source) if arg == '-' else open(arg, 'rb')
            if arg != '-':
                target = _open_file(arg.removesuffix('.gz'), 'wb')
        else:
            if arg != '-':
                source = _open_file(arg, 'rb')
            target = GzipFile(filename='', mode='wb', fileobj=target, compresslevel=level) if arg == '-' else open(arg + '.gz', 'wb')
        shutil.copyfileobj(source, target)
        for file, standard in (target, sys.stdout.buffer), (source, sys.stdin.buffer):
            if file is not standard:
                file.close()


if __name__ == '__main__':
    main()
