"""ZIP archives."""
import binascii
import io
import os
import shutil
import stat
import struct
import sys
import threading
import time
import zlib

__all__ = ['BadZipFile', 'BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'ZIP_BZIP2', 'ZIP_LZMA', 'is_zipfile', 'ZipInfo', 'ZipFile',
           'PyZipFile', 'LargeZipFile', 'Path']


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    """The archive would need ZIP64, which was not allowed."""


error = BadZipfile = BadZipFile

ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1
ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14

_VERSIONS = {ZIP_BZIP2: 46, ZIP_LZMA: 63}     # of the format, that the methods need
_METHODS = {0: 'store', 1: 'shrink', 6: 'implode', 8: 'deflate', 9: 'deflate64', 12: 'bzip2', 14: 'lzma'}
_LOCAL, _CENTRAL, _END, _END64, _LOCATOR64, _DESCRIPTOR = b'PK\x03\x04', b'PK\x01\x02', b'PK\x05\x06', b'PK\x06\x06', b'PK\x06\x07', b'PK\x07\x08'
_local = struct.Struct('<4s5H3L2H')
_central = struct.Struct('<4s4B4H3L5H2L')
_end = struct.Struct('<4s4H2LH')


def _check_compression(compression):
    if compression not in (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA):
        raise NotImplementedError('That compression method is not supported')


def _get_compressor(method, level):
    if method == ZIP_DEFLATED:
        return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
    if method == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Compressor(9 if level is None else level)
    return _LZMACompressor() if method == ZIP_LZMA else None


def _get_decompressor(method):
    if method == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if method == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Decompressor()
    if method == ZIP_LZMA:
        return _LZMADecompressor()
    _check_compression(method)
    return None


class _LZMACompressor:
    """LZMA as zip files have it: the version of the format and the properties, then the data."""

    def __init__(self):
        import lzma
        self._raw = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=[{'id': lzma.FILTER_LZMA1, 'dict_size': 1 << 23}])
        self._head = struct.pack('<BBHBL', 9, 4, 5, (2 * 5 + 0) * 9 + 3, 1 << 23)

    def compress(self, data):
        head, self._head = self._head, b''
        return head + self._raw.compress(data)

    def flush(self):
        head, self._head = self._head, b''
        return head + self._raw.flush()


class _LZMADecompressor:
    def __init__(self):
        self._raw = None
        self._waiting = b''
        self.eof = False

    def decompress(self, data):
        if self._raw is None:
            self._waiting += data
            if len(self._waiting) < 4 or len(self._waiting) < 4 + self._waiting[2]:
                return b''
            import lzma
            properties, size = struct.unpack('<BL', self._waiting[4:9])
            self._raw = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[{
                'id': lzma.FILTER_LZMA1, 'dict_size': max(size, 4096), 'lc': properties % 9, 'lp': properties // 9 % 5,
                'pb': properties // 45}])
            data = self._waiting[4 + self._waiting[2]:]
        result = self._raw.decompress(data)
        self.eof = self._raw.eof
        return result


def is_zipfile(filename):
    try:
        if hasattr(filename, 'read'):
            at = filename.tell()
            found = _find_end(filename) is not None
            filename.seek(at)
            return found
        with open(filename, 'rb') as fp:
            return _find_end(fp) is not None
    except OSError:
        return False


def _find_end(fp):
    """(offset of the end record, its fields, the comment), or None."""
    fp.seek(0, 2)
    size = fp.tell()
    start = max(size - (1 << 16) - _end.size, 0)
    fp.seek(start)
    data = fp.read()
    at = data.rfind(_END)
    if at < 0 or len(data) - at < _end.size:
        return None
    fields = _end.unpack(data[at:at + _end.size])
    return start + at, fields, data[at + _end.size:at + _end.size + fields[7]]


class ZipInfo:
    """A member of an archive."""
    __slots__ = ('orig_filename', 'filename', 'date_time', 'compress_type', 'compress_level', 'comment', 'extra', 'create_system',
                 'create_version', 'extract_version', 'reserved', 'flag_bits', 'volume', 'internal_attr', 'external_attr', 'header_offset',
                 'CRC', 'compress_size', 'file_size', '_raw_time', '_end_offset')

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        filename = filename.partition('\0')[0]
        if os.sep != '/' and os.sep in filename:
            filename = filename.replace(os.sep, '/')
        self.filename, self.date_time = filename, date_time
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.compress_type, self.compress_level = ZIP_STORED, None
        self.comment = self.extra = b''
        self.create_system = 3
        self.create_version = self.extract_version = 20
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = self.CRC = self.header_offset = 0

    def __repr__(self):
        parts = ['<%s filename=%r' % (type(self).__name__, self.filename)]
        if self.compress_type != ZIP_STORED:
            parts.append(' compress_type=%s' % _METHODS.get(self.compress_type, self.compress_type))
        hi, lo = self.external_attr >> 16, self.external_attr & 0xFFFF
        if hi:
            parts.append(' filemode=%r' % stat.filemode(hi))
        if lo:
            parts.append(' external_attr=%#x' % lo)
        folder = self.is_dir()
        if not folder or self.file_size:
            parts.append(' file_size=%r' % self.file_size)
        if (not folder or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append(' compress_size=%r' % self.compress_size)
        return ''.join(parts) + '>'

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        filename = os.fspath(filename)
        st = os.stat(filename)
        when = time.localtime(st.st_mtime)[:6]
        if not strict_timestamps:
            when = max(when, (1980, 1, 1, 0, 0, 0)) if when[0] < 2108 else (2107, 12, 31, 23, 59, 59)
        arcname = os.path.normpath(os.path.splitdrive(arcname if arcname is not None else filename)[1]).lstrip(os.sep)
        folder = stat.S_ISDIR(st.st_mode)
        info = cls(arcname + '/' if folder else arcname, when)
        info.external_attr = (st.st_mode & 0xFFFF) << 16
        if folder:
            info.external_attr |= 0x10
        else:
            info.file_size = st.st_size
        return info

    def is_dir(self):
        return self.filename.endswith('/')

    def _dos_time(self):
        d = self.date_time
        return d[3] << 11 | d[4] << 5 | d[5] // 2, (d[0] - 1980) << 9 | d[1] << 5 | d[2]

    def _name(self):
        try:
            return self.filename.encode('ascii'), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode('utf-8'), self.flag_bits | 0x800

    def FileHeader(self, zip64=None):
        t, d = self._dos_time()
        name, flags = self._name()
        crc, csize, size = (0, 0, 0) if flags & 0x08 else (self.CRC, self.compress_size, self.file_size)
        extra = self.extra
        if zip64:
            extra += struct.pack('<HHQQ', 1, 16, size, csize)
            csize = size = 0xffffffff
            self.extract_version = max(45, self.extract_version)
            self.create_version = max(45, self.create_version)
        needed = _VERSIONS.get(self.compress_type, 20)
        self.extract_version = max(needed, self.extract_version)
        self.create_version = max(needed, self.create_version)
        return _local.pack(_LOCAL, self.extract_version | self.reserved << 8, flags, self.compress_type, t, d, crc, csize, size,
                           len(name), len(extra)) + name + extra

    def _central_header(self):
        t, d = self._dos_time()
        name, flags = self._name()
        extra, big = _without_zip64(self.extra), []
        size, csize, offset = self.file_size, self.compress_size, self.header_offset
        if size > ZIP64_LIMIT or csize > ZIP64_LIMIT:
            big += [size, csize]
            size = csize = 0xffffffff
        if offset > ZIP64_LIMIT:
            big.append(offset)
            offset = 0xffffffff
        version = _VERSIONS.get(self.compress_type, 20)
        if big:
            extra = struct.pack('<HH%dQ' % len(big), 1, 8 * len(big), *big) + extra
            version = max(45, version)
        return _central.pack(_CENTRAL, max(version, self.create_version), self.create_system, max(version, self.extract_version), self.reserved,
                             flags, self.compress_type, t, d, self.CRC, csize, size, len(name), len(extra), len(self.comment), 0,
                             self.internal_attr, self.external_attr, offset) + name + extra + self.comment

    def _decode_extra(self):
        extra = self.extra
        while len(extra) >= 4:
            kind, n = struct.unpack('<HH', extra[:4])
            if n + 4 > len(extra):
                raise BadZipFile('Corrupt extra field %04x (size=%d)' % (kind, n))
            if kind == 1:
                data = extra[4:n + 4]
                try:
                    if self.file_size in (0xffffffff, 0xffffffffffffffff):
                        self.file_size, data = struct.unpack('<Q', data[:8])[0], data[8:]
                    if self.compress_size == 0xffffffff:
                        self.compress_size, data = struct.unpack('<Q', data[:8])[0], data[8:]
                    if self.header_offset == 0xffffffff:
                        self.header_offset = struct.unpack('<Q', data[:8])[0]
                except struct.error:
                    raise BadZipFile('Corrupt zip64 extra field.') from None
            extra = extra[n + 4:]


def _without_zip64(extra):
    kept = b''
    while len(extra) >= 4:
        kind, n = struct.unpack('<HH', extra[:4])
        if kind != 1:
            kept += extra[:n + 4]
        extra = extra[n + 4:]
    return kept + extra


class _Shared:
    """A part of the archive's file, whose position belongs to one reader."""

    def __init__(self, file, pos, lock):
        self.file, self.pos, self.lock = file, pos, lock

    def read(self, n=-1):
        with self.lock:
            self.file.seek(self.pos)
            data = self.file.read(n)
            self.pos = self.file.tell()
            return data


class ZipExtFile(io.BufferedIOBase):
    """A member being read."""

    def __init__(self, fileobj, mode, zipinfo, pwd=None, close_fileobj=False, on_close=None):
        self._source, self.mode, self.name = fileobj, mode, zipinfo.filename
        self._info, self._begin = zipinfo, fileobj.pos
        self.newlines = None
        self._on_close = on_close
        self._restart()

    def _restart(self):
        self._source.pos = self._begin
        self._left = self._info.compress_size
        self._size_left = self._info.file_size
        self._decompressor = _get_decompressor(self._info.compress_type)
        self._buffer, self._crc, self._at, self._eof = b'', 0, 0, False

    def __repr__(self):
        text = '<%s.%s' % (type(self).__module__, type(self).__qualname__)
        if self.closed:
            return text + ' [closed]>'
        text += ' name=%r' % (self.name,)
        if self._info.compress_type != ZIP_STORED:
            text += ' compress_type=%s' % _METHODS.get(self._info.compress_type, self._info.compress_type)
        return text + '>'

    def readable(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return True

    def seekable(self):
        return True

    def _fill(self):
        """Get more into the buffer; False at the end."""
        if self._eof:
            return False
        raw = self._source.read(min(self._left, 1 << 16)) if self._left else b''
        if self._left and not raw:
            raise EOFError
        self._left -= len(raw)
        if self._decompressor is None:
            data = raw
            self._eof = self._left == 0
        else:
            data = self._decompressor.decompress(raw)
            if self._decompressor.eof or not self._left:
                if self._info.compress_type == ZIP_DEFLATED:
                    data += self._decompressor.flush()
                self._eof = True
        data = data[:self._size_left]
        self._size_left -= len(data)
        if self._size_left <= 0:
            self._eof = True
        self._crc = zlib.crc32(data, self._crc)
        if self._eof and self._crc != self._info.CRC:
            raise BadZipFile('Bad CRC-32 for file %r' % self.name)
        self._buffer += data
        return True

    def _take(self, n):
        data, self._buffer = self._buffer[:n], self._buffer[n:]
        self._at += len(data)
        return data

    def read(self, n=-1):
        if self.closed:
            raise ValueError('read from closed file.')
        if n is None or n < 0:
            while self._fill():
                pass
            return self._take(len(self._buffer))
        while len(self._buffer) < n and self._fill():
            pass
        return self._take(n)

    def read1(self, n=-1):
        if n is None or n < 0:
            n = sys.maxsize
        while not self._buffer and n and self._fill():
            pass
        return self._take(n)

    def peek(self, n=1):
        while len(self._buffer) < n and self._fill():
            pass
        return self._buffer

    def readline(self, limit=-1):
        while b'\n' not in self._buffer and (limit < 0 or len(self._buffer) < limit) and self._fill():
            pass
        end = self._buffer.find(b'\n') + 1 or len(self._buffer)
        return self._take(end if limit is None or limit < 0 else min(end, limit))

    def seek(self, offset, whence=0):
        if self.closed:
            raise ValueError('seek on closed file.')
        if whence not in (0, 1, 2):
            raise ValueError('whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)')
        to = offset + (0, self._at, self._info.file_size)[whence]
        to = max(0, min(to, self._info.file_size))
        if to < self._at:
            self._restart()
        while self._at < to:
            if not self.read(min(to - self._at, 1 << 16)):
                break
        return self._at

    def tell(self):
        if self.closed:
            raise ValueError('tell on closed file.')
        return self._at

    def close(self):
        if not self.closed:
            super().close()
            if self._on_close:
                self._on_close()


class _Writer(io.BufferedIOBase):
    """A member being written."""

    def __init__(self, zf, zinfo, zip64):
        self._zf, self._info, self._zip64 = zf, zinfo, zip64
        self._size = self._csize = self._crc = 0
        self._compressor = _get_compressor(zinfo.compress_type, zinfo.compress_level)

    @property
    def name(self):
        return self._info.filename

    mode = 'w'

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        data = bytes(memoryview(data))
        self._size += len(data)
        self._crc = zlib.crc32(data, self._crc)
        out = self._compressor.compress(data) if self._compressor else data
        self._csize += len(out)
        self._zf.fp.write(out)
        return len(data)

    def close(self):
        if self.closed:
            return
        try:
            super().close()
            if self._compressor:
                out = self._compressor.flush()
                self._csize += len(out)
                self._zf.fp.write(out)
            info, fp = self._info, self._zf.fp
            info.compress_size, info.CRC, info.file_size = self._csize, self._crc, self._size
            if not self._zip64 and max(self._size, self._csize) > ZIP64_LIMIT:
                raise RuntimeError('File size unexpectedly exceeded ZIP64 limit' if self._size > ZIP64_LIMIT else
                                   'Compressed size unexpectedly exceeded ZIP64 limit')
            if info.flag_bits & 0x08:
                fp.write(struct.pack('<4sLQQ' if self._zip64 else '<4sLLL', _DESCRIPTOR, info.CRC, info.compress_size, info.file_size))
                self._zf.start_dir = fp.tell()
            else:
                self._zf.start_dir = fp.tell()
                fp.seek(info.header_offset)
                fp.write(info.FileHeader(self._zip64))
                fp.seek(self._zf.start_dir)
            self._zf._added(info)
        finally:
            self._zf._writing = False


class _Tellable:
    def __init__(self, fp):
        self.fp, self.offset = fp, 0

    def write(self, data):
        n = self.fp.write(data)
        self.offset += len(data) if n is None else n
        return n

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()


class ZipFile:
    fp = None

    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True,
                 metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_compression(compression)
        self._allowZip64, self._didModify, self.debug = allowZip64, False, 0
        self.NameToInfo, self.filelist = {}, []
        self.compression, self.compresslevel, self.mode = compression, compresslevel, mode
        self.pwd, self._comment, self._strict = None, b'', strict_timestamps
        self.metadata_encoding = metadata_encoding
        if metadata_encoding and mode != 'r':
            raise ValueError('metadata_encoding is only supported for reading files')
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        self._filePassed = not isinstance(file, str)
        if self._filePassed:
            self.fp, self.filename = file, getattr(file, 'name', None)
        else:
            self.filename = file
            self.fp = self._open_path(file)
        self._lock, self._readers, self._closing = threading.RLock(), 0, False
        self._seekable, self._writing = True, False
        try:
            self._begin()
        except BaseException:
            fp, self.fp = self.fp, None
            if not self._filePassed:
                fp.close()
            raise

    def _open_path(self, file):
        if self.mode == 'a':
            try:
                return io.open(file, 'r+b')
            except FileNotFoundError:
                return io.open(file, 'w+b')
        return io.open(file, {'r': 'rb', 'w': 'w+b', 'x': 'x+b'}[self.mode])

    def _begin(self):
        if self.mode == 'r':
            self._read_directory()
            return
        self._didModify = True
        if self.mode == 'a':
            try:
                self._read_directory()
                self.fp.seek(self.start_dir)
                self._didModify = False
            except BadZipFile:
                self.fp.seek(0, 2)
                self.start_dir = self.fp.tell()
            return
        try:
            self.start_dir = self.fp.tell()
            self.fp.seek(self.start_dir)
        except (AttributeError, OSError):
            self.fp = _Tellable(self.fp)
            self.start_dir, self._seekable = 0, False

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        parts = ['<%s.%s' % (type(self).__module__, type(self).__qualname__)]
        if self.fp is None:
            parts.append(' [closed]')
        else:
            parts.append(' file=%r' % self.fp if self._filePassed else ' filename=%r' % self.filename)
            parts.append(' mode=%r' % self.mode)
        return ''.join(parts) + '>'

    def _read_directory(self):
        fp = self.fp
        try:
            found = _find_end(fp)
        except OSError:
            raise BadZipFile('File is not a zip file') from None
        if found is None:
            raise BadZipFile('File is not a zip file')
        at, fields, self._comment = found
        size, offset = fields[5], fields[6]
        if at >= 20:
            fp.seek(at - 20)
            locator = fp.read(20)
            if locator[:4] == _LOCATOR64:
                fp.seek(struct.unpack('<Q', locator[8:16])[0])
                record = fp.read(56)
                if record[:4] == _END64:
                    size, offset = struct.unpack('<QQ', record[40:56])
                    at -= 20 + 56
        concat = at - size - offset  # what lies before the archive
        self.start_dir = offset + concat
        if self.start_dir < 0:
            raise BadZipFile('Bad offset for central directory')
        fp.seek(self.start_dir)
        data = io.BytesIO(fp.read(size))
        total = 0
        while total < size:
            head = data.read(_central.size)
            if len(head) != _central.size:
                raise BadZipFile('Truncated central directory')
            c = _central.unpack(head)
            if c[0] != _CENTRAL:
                raise BadZipFile('Bad magic number for central directory')
            name = data.read(c[12])
            flags = c[5]
            x = ZipInfo(name.decode('utf-8' if flags & 0x800 else self.metadata_encoding or 'cp437'))
            x.extra, x.comment = data.read(c[13]), data.read(c[14])
            (x.create_version, x.create_system, x.extract_version, x.reserved, x.flag_bits, x.compress_type, t, d, x.CRC, x.compress_size,
             x.file_size) = c[1:12]
            x.volume, x.internal_attr, x.external_attr, x.header_offset = c[15:19]
            x.date_time = (d >> 9) + 1980, d >> 5 & 0xF, d & 0x1F, t >> 11, t >> 5 & 0x3F, (t & 0x1F) * 2
            x._decode_extra()
            x.header_offset += concat
            self.filelist.append(x)
            self.NameToInfo[x.filename] = x
            total += _central.size + c[12] + c[13] + c[14]

    def namelist(self):
        return [x.filename for x in self.filelist]

    def infolist(self):
        return self.filelist

    def printdir(self, file=None):
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'), file=file)
        for x in self.filelist:
            print('%-46s %s %12d' % (x.filename, '%d-%02d-%02d %02d:%02d:%02d' % x.date_time[:6], x.file_size), file=file)

    def testzip(self):
        for x in self.filelist:
            try:
                with self.open(x.filename, 'r') as f:
                    while f.read(1 << 20):
                        pass
            except BadZipFile:
                return x.filename

    def getinfo(self, name):
        try:
            return self.NameToInfo[name]
        except KeyError:
            raise KeyError('There is no item named %r in the archive' % name) from None

    def setpassword(self, pwd):
        if pwd and not isinstance(pwd, bytes):
            raise TypeError('pwd: expected bytes, got %s' % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError('comment: expected bytes, got %s' % type(comment).__name__)
        self._comment = comment[:ZIP_MAX_COMMENT]
        self._didModify = True

    def read(self, name, pwd=None):
        with self.open(name, 'r', pwd) as fp:
            return fp.read()

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        if mode not in ('r', 'w'):
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == 'w':
            raise ValueError('pwd is only supported for reading files')
        if not self.fp:
            raise ValueError('Attempt to use ZIP archive that was already closed')
        if isinstance(name, ZipInfo):
            zinfo = name
        elif mode == 'w':
            zinfo = ZipInfo(name, time.localtime()[:6])
            zinfo.compress_type, zinfo.compress_level = self.compression, self.compresslevel
        else:
            zinfo = self.getinfo(name)
        if mode == 'w':
            return self._open_to_write(zinfo, force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. "
                             'Close the writing handle before trying to read.')
        return self._open_to_read(zinfo)

    def _open_to_read(self, zinfo):
        source = _Shared(self.fp, zinfo.header_offset, self._lock)
        head = source.read(_local.size)
        if len(head) != _local.size:
            raise BadZipFile('Truncated file header')
        fields = _local.unpack(head)
        if fields[0] != _LOCAL:
            raise BadZipFile('Bad magic number for file header')
        name = source.read(fields[9])
        source.read(fields[10])
        if zinfo.flag_bits & 0x1:
            raise NotImplementedError('encrypted ZIP files are not available in pyasync')
        if name.decode('utf-8' if fields[2] & 0x800 else self.metadata_encoding or 'cp437') != zinfo.orig_filename:
            raise BadZipFile('File name in directory %r and header %r differ.' % (zinfo.orig_filename, name))
        _check_compression(zinfo.compress_type)
        self._readers += 1
        return ZipExtFile(source, 'r', zinfo, on_close=self._reader_closed)

    def _reader_closed(self):
        self._readers -= 1
        if self._closing and not self._readers:
            self._close_file()

    def _open_to_write(self, zinfo, force_zip64):
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. "
                             'Close the first handle before opening another.')
        zinfo.compress_size = zinfo.CRC = 0
        zinfo.flag_bits = 0x02 if zinfo.compress_type == ZIP_LZMA else 0x00     # an end marker follows the data
        if not self._seekable:
            zinfo.flag_bits |= 0x08
        if not zinfo.external_attr:
            zinfo.external_attr = 0o600 << 16
        zip64 = force_zip64 or zinfo.file_size * 1.05 > ZIP64_LIMIT
        if not self._allowZip64 and zip64:
            raise LargeZipFile('Filesize would require ZIP64 extensions')
        if self._seekable:
            self.fp.seek(self.start_dir)
        zinfo.header_offset = self.fp.tell()
        self._check_write(zinfo)
        self._didModify = True
        self.fp.write(zinfo.FileHeader(zip64))
        self._writing = True
        return _Writer(self, zinfo, zip64)

    def _check_write(self, zinfo):
        if zinfo.filename in self.NameToInfo:
            import warnings
            warnings.warn('Duplicate name: %r' % zinfo.filename, stacklevel=3)
        if self.mode not in ('w', 'x', 'a'):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError('Attempt to write ZIP archive that was already closed')
        _check_compression(zinfo.compress_type)

    def _added(self, zinfo):
        self.filelist.append(zinfo)
        self.NameToInfo[zinfo.filename] = zinfo

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")
        zinfo = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict)
        if zinfo.is_dir():
            self.mkdir(zinfo)
            return
        zinfo.compress_type = self.compression if compress_type is None else compress_type
        zinfo.compress_level = self.compresslevel if compresslevel is None else compresslevel
        with io.open(filename, 'rb') as src, self.open(zinfo, 'w') as dest:
            shutil.copyfileobj(src, dest, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        if isinstance(data, str):
            data = data.encode('utf-8')
        if isinstance(zinfo_or_arcname, ZipInfo):
            zinfo = zinfo_or_arcname
        else:
            zinfo = ZipInfo(zinfo_or_arcname, time.localtime()[:6])
            zinfo.compress_type, zinfo.compress_level = self.compression, self.compresslevel
            if zinfo.filename.endswith('/'):
                zinfo.external_attr = 0o40775 << 16 | 0x10
            else:
                zinfo.external_attr = 0o600 << 16
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")
        if compress_type is not None:
            zinfo.compress_type = compress_type
        if compresslevel is not None:
            zinfo.compress_level = compresslevel
        zinfo.file_size = len(data)
        with self._lock, self.open(zinfo, mode='w') as dest:
            dest.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        if isinstance(zinfo_or_directory_name, ZipInfo):
            zinfo = zinfo_or_directory_name
            if not zinfo.is_dir():
                raise ValueError('The given ZipInfo does not describe a directory')
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            zinfo = ZipInfo(name if name.endswith('/') else name + '/')
            zinfo.external_attr = (0o40000 | mode & 0xFFFF) << 16 | 0x10
        else:
            raise TypeError('Expected type str or ZipInfo')
        zinfo.compress_size = zinfo.CRC = 0
        if self._seekable:
            self.fp.seek(self.start_dir)
        zinfo.header_offset = self.fp.tell()
        self._check_write(zinfo)
        self._didModify = True
        self._added(zinfo)
        self.fp.write(zinfo.FileHeader(False))
        self.start_dir = self.fp.tell()

    def extract(self, member, path=None, pwd=None):
        return self._extract(member, os.getcwd() if path is None else os.fspath(path))

    def extractall(self, path=None, members=None, pwd=None):
        path = os.getcwd() if path is None else os.fspath(path)
        for name in self.namelist() if members is None else members:
            self._extract(name, path)

    def _extract(self, member, target):
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
        words = [w for w in os.path.splitdrive(member.filename)[1].split('/') if w not in ('', os.curdir, os.pardir)]
        target = os.path.normpath(os.path.join(target, *words))
        parent = os.path.dirname(target)
        if parent:
            os.makedirs(parent, exist_ok=True)
        if member.is_dir():
            os.makedirs(target, exist_ok=True)
            return target
        with self.open(member) as source, io.open(target, 'wb') as out:
            shutil.copyfileobj(source, out)
        return target

    def close(self):
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing the zip.")
        try:
            if self.mode in ('w', 'x', 'a') and self._didModify:
                if self._seekable:
                    self.fp.seek(self.start_dir)
                self._write_directory()
        finally:
            self._closing = True
            if not self._readers:
                self._close_file()
            else:
                self.fp = None if self._filePassed else self.fp

    def _close_file(self):
        fp, self.fp = self.fp, None
        if fp is not None and not self._filePassed:
            fp.close()

    def _write_directory(self):
        for x in self.filelist:
            self.fp.write(x._central_header())
        end = self.fp.tell()
        count, size, offset = len(self.filelist), end - self.start_dir, self.start_dir
        if count > ZIP_FILECOUNT_LIMIT or size > ZIP64_LIMIT or offset > ZIP64_LIMIT:
            if not self._allowZip64:
                raise LargeZipFile('ZIP64 extensions would be required')
            self.fp.write(struct.pack('<4sQ2H2L4Q', _END64, 44, 45, 45, 0, 0, count, count, size, offset))
            self.fp.write(struct.pack('<4sLQL', _LOCATOR64, 0, end, 1))
            count, size, offset = min(count, 0xFFFF), min(size, 0xFFFFFFFF), min(offset, 0xFFFFFFFF)
        self.fp.write(_end.pack(_END, 0, 0, count, count, size, offset, len(self._comment)) + self._comment)
        if self.mode == 'a' and hasattr(self.fp, 'truncate'):
            self.fp.truncate()
        self.fp.flush()

    def __del__(self):
        self.close()


class PyZipFile(ZipFile):
    def writepy(self, pathname, basename='', filterfunc=None):
        raise NotImplementedError('PyZipFile.writepy is not available in pyasync: there are no compiled modules')


class Path:
    """A name within an archive, with some of pathlib's methods."""

    def __init__(self, root, at=''):
        self.root, self.at = root if isinstance(root, ZipFile) else ZipFile(root), at

    def _names(self):
        names = self.root.namelist()
        folders = {'/'.join(n.split('/')[:i]) + '/' for n in names for i in range(1, n.count('/') + 1)}
        return names + sorted(folders - set(names))

    def __eq__(self, other):
        return isinstance(other, Path) and (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def __repr__(self):
        return f'{type(self).__name__}({self.root.filename!r}, {self.at!r})'

    def __str__(self):
        return os.path.join(self.root.filename or ':zipfile:', self.at).rstrip('/') if self.at else str(self.root.filename)

    @property
    def name(self):
        return self.at.rstrip('/').rpartition('/')[2] if self.at else os.path.basename(self.root.filename)

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]

    @property
    def parent(self):
        parent = self.at.rstrip('/').rpartition('/')[0]
        return Path(self.root, parent + '/' if parent else '')

    def is_dir(self):
        return not self.at or self.at.endswith('/')

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return not self.at or self.at in self._names()

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for n in self._names():
            rest = n[len(self.at):]
            if n.startswith(self.at) and rest and '/' not in rest.rstrip('/'):
                yield Path(self.root, n)

    def joinpath(self, *other):
        at = self.at
        for o in other:
            at = (at if not at or at.endswith('/') else at + '/') + str(o)
        if at not in (names := self._names()) and at + '/' in names:
            at += '/'
        return Path(self.root, at)

    def __truediv__(self, other):
        return self.joinpath(other)

    def open(self, mode='r', *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        if mode[0] == 'r' and not self.exists():
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd=pwd)
        return stream if 'b' in mode else io.TextIOWrapper(stream, *args, **{'encoding': 'utf-8', **kwargs})

    def read_text(self, *args, **kwargs):
        with self.open('r', *args, **kwargs) as f:
            return f.read()

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()


def main(args=None):
    import argparse
    parser = argparse.ArgumentParser(description='A simple command-line interface for zipfile module.')
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument('-l', '--list', metavar='<zipfile>', help='Show listing of a zipfile')
    group.add_argument('-e', '--extract', nargs=2, metavar=('<zipfile>', '<output_dir>'), help='Extract zipfile into target dir')
    group.add_argument('-c', '--create', nargs='+', metavar=('<name>', '<file>'), help='Create zipfile from sources')
    group.add_argument('-t', '--test', metavar='<zipfile>', help='Test if a zipfile is valid')
    args = parser.parse_args(args)
    if args.test is not None:
        with ZipFile(args.test, 'r') as zf:
            bad = zf.testzip()
        if bad:
            print('The following enclosed file is corrupted: {!r}'.format(bad))
        print('Done testing')
    elif args.list is not None:
        with ZipFile(args.list, 'r') as zf:
            zf.printdir()
    elif args.extract is not None:
        with ZipFile(args.extract[0], 'r') as zf:
            zf.extractall(args.extract[1])
    else:
        with ZipFile(args.create.pop(0), 'w', ZIP_DEFLATED) as zf:
            for path in args.create:
                for folder, _, names in os.walk(path):
                    for name in [''] + names:
                        full = os.path.join(folder, name)
                        zf.write(full, os.path.relpath(full, os.path.dirname(path.rstrip('/')) or '.'))
                if os.path.isfile(path):
                    zf.write(path, os.path.basename(path), ZIP_DEFLATED)


if __name__ == '__main__':
    main()
