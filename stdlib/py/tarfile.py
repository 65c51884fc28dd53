"""Read from and write to tar format archives."""

import io
import os
import shutil
import stat
import sys
import time
import warnings
from builtins import open as bltn_open
from _tar_header import *
from _tar_header import BLOCKSIZE, NUL, RECORDSIZE, EmptyHeaderError, mode_of
from _tar_filters import (AbsoluteLinkError, AbsolutePathError, FilterError, LinkOutsideDestinationError,
                          NAMED as _NAMED_FILTERS, OutsideDestinationError, SpecialFileError, data_filter,
                          fully_trusted_filter, tar_filter)

version = '0.9.0'
__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError', 'ReadError', 'CompressionError', 'StreamError', 'ExtractError',
           'HeaderError', 'ENCODING', 'USTAR_FORMAT', 'GNU_FORMAT', 'PAX_FORMAT', 'DEFAULT_FORMAT', 'open',
           'fully_trusted_filter', 'data_filter', 'tar_filter', 'FilterError', 'AbsoluteLinkError',
           'OutsideDestinationError', 'SpecialFileError', 'AbsolutePathError', 'LinkOutsideDestinationError']

ENCODING = 'utf-8'


def copyfileobj(src, dst, length=None, exception=OSError, bufsize=None):
    """Copy length bytes between files, all of them when length is None."""
    bufsize = bufsize or 16 * 1024
    if length is None:
        shutil.copyfileobj(src, dst, bufsize)
        return
    while length > 0:
        data = src.read(min(bufsize, length))
        if not data:
            raise exception('unexpected end of data')
        dst.write(data)
        length -= len(data)


class _Section(io.RawIOBase):
    """The data of a member: a part of the archive's file, or parts with holes between."""

    mode = 'rb'

    def __init__(self, fileobj, offset, size, name, parts):
        self.fileobj = fileobj
        self.name = name
        self.size = size
        self.position = 0
        self.parts = []         # (where in the member, length, where in the archive)
        for start, length in [(0, size)] if parts is None else parts:
            self.parts.append((start, length, offset))
            offset += length

    def readable(self):
        return True

    def seekable(self):
        return self.fileobj.seekable()

    def tell(self):
        return self.position

    def seek(self, position, whence=io.SEEK_SET):
        if whence == io.SEEK_SET:
            self.position = min(max(position, 0), self.size)
        elif whence == io.SEEK_CUR:
            self.position = min(max(self.position + position, 0), self.size)
        elif whence == io.SEEK_END:
            self.position = max(min(self.size + position, self.size), 0)
        else:
            raise ValueError('Invalid argument')
        return self.position

    def readinto(self, buffer):
        size = min(len(buffer), self.size - self.position)
        if size <= 0:
            return 0
        for start, length, offset in self.parts:
            if start <= self.position < start + length:
                skip = self.position - start
                size = min(size, length - skip)
                self.fileobj.seek(offset + skip)
                data = self.fileobj.read(size)
                if len(data) != size:
                    raise ReadError('unexpected end of data')
                break
        else:
            after = [start for start, length, offset in self.parts if start > self.position and length]
            size = min([size, *(start - self.position for start in after)])
            data = bytes(size)
        buffer[:size] = data
        self.position += size
        return size


class ExFileObject(io.BufferedReader):
    """The file that extractfile() returns."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(_Section(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name, tarinfo.sparse))

    def fileno(self):
        raise AttributeError("'ExFileObject' object has no attribute 'fileno'")


class _Stream:
    """A file that can only be read or written on, of the modes with a bar: it knows where it stands."""

    def __init__(self, name, mode, comptype, fileobj, bufsize, compresslevel):
        self._own = None
        if fileobj is None:
            fileobj = self._own = bltn_open(name, mode + 'b')
        self.name = name or getattr(fileobj, 'name', '') or ''
        self.mode = mode
        self.comptype = comptype
        self._file = fileobj
        self._at = 0
        self._rest = b''
        self.closed = False
        if comptype == '*':
            self._rest = fileobj.read(BLOCKSIZE)
            comptype = self.comptype = _guess(self._rest)
        make = _decompressor if mode == 'r' else _compressor
        self._codec = None if comptype == 'tar' else make(comptype, compresslevel)
        if self._codec is not None and self._rest:
            self._rest = self._decompress(self._rest)

    def tell(self):
        return self._at

    def write(self, data):
        self._at += len(data)
        self._file.write(data if self._codec is None else self._codec.compress(data))

    def _decompress(self, data):
        try:
            return b'' if self._codec.eof else self._codec.decompress(data)
        except Exception as e:
            raise ReadError('invalid compressed data') from e

    def read(self, size):
        parts = [self._rest]
        have = len(self._rest)
        while have < size:
            data = self._file.read(max(size - have, RECORDSIZE) if self._codec else size - have)
            if not data:
                break
            if self._codec is not None:
                data = self._decompress(data)
            parts.append(data)
            have += len(data)
        data = b''.join(parts)
        data, self._rest = data[:size], data[size:]
        self._at += len(data)
        return data

    def seek(self, position=0):
        if position < self._at:
            raise StreamError('seeking backwards is not allowed')
        while position > self._at and self.read(min(position - self._at, 1 << 16)):
            pass
        return self._at

    def close(self):
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode == 'w' and self._codec is not None:
                self._file.write(self._codec.flush())
        finally:
            if self._own is not None:
                self._own.close()


def _guess(start):
    """The compression of data that begins so."""
    if start.startswith(b'\x1f\x8b\x08'):
        return 'gz'
    if start[:3] == b'BZh' and start[4:10] == b'1AY&SY':
        return 'bz2'
    return 'xz' if start.startswith((b'\x5d\x00\x00\x80', b'\xfd7zXZ')) else 'tar'


def _decompressor(comptype, level):
    if comptype == 'gz':
        import zlib
        return zlib.decompressobj(wbits=31)
    if comptype == 'bz2':
        return _import('bz2').BZ2Decompressor()
    if comptype == 'xz':
        return _import('lzma').LZMADecompressor()
    raise CompressionError('unknown compression type %r' % comptype)


def _compressor(comptype, level):
    if comptype == 'gz':
        import zlib
        return zlib.compressobj(level, zlib.DEFLATED, 31)
    if comptype == 'bz2':
        return _import('bz2').BZ2Compressor(level)
    if comptype == 'xz':
        return _import('lzma').LZMACompressor()
    raise CompressionError('unknown compression type %r' % comptype)


def _import(name):
    import importlib
    try:
        return importlib.import_module(name)
    except ImportError:
        raise CompressionError(f'{name} module is not available') from None


class TarFile:
    """The TarFile Class provides an interface to tar archives."""

    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject
    extraction_filter = None
    OPEN_METH = {'tar': 'taropen', 'gz': 'gzopen', 'bz2': 'bz2open', 'xz': 'xzopen'}

    def __init__(self, name=None, mode='r', fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None,
                 encoding=None, errors='surrogateescape', pax_headers=None, debug=None, errorlevel=None, copybufsize=None,
                 stream=False):
        modes = {'r': 'rb', 'a': 'r+b', 'w': 'wb', 'x': 'xb'}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode = mode
        self._mode = modes[mode]
        if not fileobj:
            if mode == 'a' and not os.path.exists(name):
                self.mode, self._mode = 'w', 'wb'
            fileobj = bltn_open(name, self._mode)
            self._extfileobj = False
        else:
            if name is None and isinstance(getattr(fileobj, 'name', None), (str, bytes)):
                name = fileobj.name
            self._mode = getattr(fileobj, 'mode', self._mode)
            self._extfileobj = True
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        self.stream = stream
        for option, value in (('format', format), ('tarinfo', tarinfo), ('dereference', dereference),
                              ('ignore_zeros', ignore_zeros), ('encoding', encoding), ('debug', debug),
                              ('errorlevel', errorlevel)):
            if value is not None:
                setattr(self, option, value)
        self.errors = errors
        self.pax_headers = pax_headers if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.copybufsize = copybufsize
        self.closed = False
        self.members = []
        self._loaded = False
        self.offset = self.fileobj.tell()
        self.inodes = {}
        try:
            self._start()
        except:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    def _start(self):
        """Read the first member; find the end to append at; write the global header."""
        self.firstmember = None
        if self.mode == 'r':
            self.firstmember = self.next()
        elif self.mode == 'a':
            while True:
                self.fileobj.seek(self.offset)
                try:
                    self.members.append(self.tarinfo.fromtarfile(self))
                except EOFHeaderError:
                    self.fileobj.seek(self.offset)
                    break
                except HeaderError as e:
                    raise ReadError(str(e)) from None
        if self.mode in ('a', 'w', 'x'):
            self._loaded = True
            if self.pax_headers:
                block = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                self.fileobj.write(block)
                self.offset += len(block)

    # Opening

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """
        Open an archive: mode is 'r', 'a', 'w' or 'x', with ':gz', ':bz2', ':xz'
        behind for compression (':*' finds out), or '|' for streams.
        """
        if not name and not fileobj:
            raise ValueError('nothing to open')
        if mode in ('r', 'r:*'):
            return cls._open_any(name, fileobj, kwargs)
        if ':' in mode:
            filemode, _, comptype = mode.partition(':')
            comptype = comptype or 'tar'
            if comptype not in cls.OPEN_METH:
                raise CompressionError('unknown compression type %r' % comptype)
            return getattr(cls, cls.OPEN_METH[comptype])(name, filemode or 'r', fileobj, **kwargs)
        if '|' in mode:
            filemode, _, comptype = mode.partition('|')
            if (filemode := filemode or 'r') not in ('r', 'w'):
                raise ValueError("mode must be 'r' or 'w'")
            level = kwargs.pop('compresslevel', 9)
            stream = _Stream(name, filemode, comptype or 'tar', fileobj, bufsize, level)
            try:
                tar = cls(name, filemode, stream, **kwargs)
            except:
                stream.close()
                raise
            tar._extfileobj = False
            return tar
        if mode in ('a', 'w', 'x'):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError('undiscernible mode')

    @classmethod
    def _open_any(cls, name, fileobj, kwargs):
        """Try what compressions there are, none last."""
        failures = []
        for comptype in sorted(cls.OPEN_METH, key=lambda c: cls.OPEN_METH[c] == 'taropen'):
            start = fileobj.tell() if fileobj is not None else None
            try:
                return getattr(cls, cls.OPEN_METH[comptype])(name, 'r', fileobj, **kwargs)
            except (ReadError, CompressionError) as e:
                failures.append(f'- method {comptype}: {e!r}')
                if fileobj is not None:
                    fileobj.seek(start)
        raise ReadError('file could not be opened successfully:\n' + '\n'.join(failures))

    @classmethod
    def taropen(cls, name, mode='r', fileobj=None, **kwargs):
        """Open uncompressed tar archive name for reading or writing."""
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def gzopen(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        """Open gzip compressed tar archive name for reading or writing. Appending is not allowed."""
        from gzip import GzipFile
        return cls._open_compressed(name, mode, fileobj, kwargs, 'not a gzip file', (OSError,),
                                    lambda: GzipFile(name, mode + 'b', compresslevel, fileobj))

    @classmethod
    def bz2open(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        """Open bzip2 compressed tar archive name for reading or writing. Appending is not allowed."""
        return cls._open_compressed(name, mode, fileobj, kwargs, 'not a bzip2 file', (OSError, EOFError),
                                    lambda: _import('bz2').BZ2File(fileobj or name, mode, compresslevel=compresslevel))

    @classmethod
    def xzopen(cls, name, mode='r', fileobj=None, preset=None, **kwargs):
        """Open lzma compressed tar archive name for reading or writing. Appending is not allowed."""
        errors = (OSError, EOFError)
        if mode in ('r', 'w', 'x'):
            errors += (_import('lzma').LZMAError,)
        return cls._open_compressed(name, mode, fileobj, kwargs, 'not an lzma file', errors,
                                    lambda: _import('lzma').LZMAFile(fileobj or name, mode, preset=preset))

    @classmethod
    def _open_compressed(cls, name, mode, fileobj, kwargs, message, errors, make):
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        try:
            compressed = make()
        except OSError as e:
            if fileobj is not None and mode == 'r':
                raise ReadError(message) from e
            raise
        try:
            tar = cls.taropen(name, mode, compressed, **kwargs)
        except errors as e:
            compressed.close()
            if mode == 'r':
                raise ReadError(message) from e
            raise
        except:
            compressed.close()
            raise
        tar._extfileobj = False
        return tar

    def close(self):
        """Close the archive; in writing modes two empty blocks and the padding of a record end it."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ('a', 'w', 'x'):
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                self.fileobj.write(NUL * (-self.offset % RECORDSIZE))
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    def _check(self, mode=None):
        if self.closed:
            raise OSError('%s is closed' % self.__class__.__name__)
        if mode is not None and self.mode not in mode:
            raise OSError('bad operation for mode %r' % self.mode)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:               # no end blocks: the archive is not whole
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True

    # Members

    def next(self):
        """Return the next member as a TarInfo, None when there are no more."""
        self._check('ra')
        if self.firstmember is not None:
            member, self.firstmember = self.firstmember, None
            return member
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError('unexpected end of data')
        member = None
        while True:
            try:
                member = self.tarinfo.fromtarfile(self)
            except EOFHeaderError as e:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
            except InvalidHeaderError as e:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                if self.offset == 0:
                    raise ReadError(str(e)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError('empty file') from None
            except TruncatedHeaderError as e:
                if self.offset == 0:
                    raise ReadError(str(e)) from None
            except SubsequentHeaderError as e:
                raise ReadError(str(e)) from None
            except Exception as e:
                import zlib
                if isinstance(e, zlib.error):
                    raise ReadError(f'zlib error: {e}') from None
                raise
            break
        if member is None:
            self._loaded = True
        elif not self.stream:
            self.members.append(member)
        return member

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        index = 0
        if self.firstmember is not None:
            yield self.next()
            index += 1
        while True:
            if index < len(self.members):
                member = self.members[index]
            elif self._loaded or not (member := self.next()):
                self._loaded = True
                return
            index += 1
            yield member

    def _load(self):
        if not self.stream:
            while self.next() is not None:
                pass
            self._loaded = True

    def getmembers(self):
        """Return the members of the archive as a list of TarInfo objects."""
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        """Return the names of the members as a list."""
        return [member.name for member in self.getmembers()]

    def getmember(self, name):
        """Return the TarInfo of a member, the last one of that name. KeyError if there is none."""
        member = self._getmember(name.rstrip('/'))
        if member is None:
            raise KeyError('filename %r not found' % name)
        return member

    def _getmember(self, name, tarinfo=None, normalize=False):
        members = self.getmembers()
        if tarinfo is not None and tarinfo in members:
            members = members[:members.index(tarinfo)]
        if normalize:
            name = os.path.normpath(name)
        for member in reversed(members):
            if name == (os.path.normpath(member.name) if normalize else member.name):
                return member
        return None

    def list(self, verbose=True, *, members=None):
        """Print a table of contents, like that of ls -l if verbose."""
        self._check()
        for member in self if members is None else members:
            parts = []
            if verbose:
                parts.append('??????????' if member.mode is None else stat.filemode(mode_of(member)))
                parts.append('%s/%s' % (member.uname or member.uid, member.gname or member.gid))
                device = '%d,%d' % (member.devmajor, member.devminor)
                parts.append('%10s' % (device if member.ischr() or member.isblk() else member.size))
                parts.append('????-??-?? ??:??:??' if member.mtime is None else
                             '%d-%02d-%02d %02d:%02d:%02d' % time.localtime(member.mtime)[:6])
            parts.append(member.name + ('/' if member.isdir() else ''))
            if verbose and member.issym():
                parts.append('-> ' + member.linkname)
            if verbose and member.islnk():
                parts.append('link to ' + member.linkname)
            text = ' '.join(parts) + ' '
            encoding = getattr(sys.stdout, 'encoding', None)
            if encoding is not None:
                text = text.encode(encoding, 'backslashreplace').decode(encoding)
            print(text)

    # Writing

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """Make a TarInfo from the result of os.stat() on a file, given by name or as a file object."""
        self._check('awx')
        if fileobj is not None:
            name = fileobj.name
        arcname = os.fspath(name if arcname is None else arcname).lstrip('/')
        member = self.tarinfo()
        member._tarfile = self
        if fileobj is not None:
            status = os.fstat(fileobj.fileno())
        else:
            status = os.stat(name) if self.dereference else os.lstat(name)
        kind = stat.S_IFMT(status.st_mode)
        kinds = {stat.S_IFREG: REGTYPE, stat.S_IFDIR: DIRTYPE, stat.S_IFIFO: FIFOTYPE, stat.S_IFLNK: SYMTYPE,
                 stat.S_IFCHR: CHRTYPE, stat.S_IFBLK: BLKTYPE}
        if kind not in kinds:
            return None
        member.type = kinds[kind]
        if kind == stat.S_IFREG:
            inode = status.st_ino, status.st_dev
            if not self.dereference and status.st_nlink > 1 and self.inodes.get(inode, arcname) != arcname:
                member.type, member.linkname = LNKTYPE, self.inodes[inode]
            else:
                self.inodes[inode] = arcname
                member.size = status.st_size
        elif kind == stat.S_IFLNK:
            member.linkname = os.readlink(name)
        elif kind in (stat.S_IFCHR, stat.S_IFBLK):
            member.devmajor, member.devminor = os.major(status.st_rdev), os.minor(status.st_rdev)
        member.name, member.mode, member.mtime = arcname, status.st_mode, status.st_mtime
        member.uid, member.gid = status.st_uid, status.st_gid
        import grp
        import pwd
        try:
            member.uname = pwd.getpwuid(member.uid)[0]
        except KeyError:
            pass
        try:
            member.gname = grp.getgrgid(member.gid)[0]
        except KeyError:
            pass
        return member

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """
        Add a file of any kind, and what is in a folder. The filter gets each
        TarInfo and returns it, changed perhaps, or None to leave it out.
        """
        self._check('awx')
        if arcname is None:
            arcname = name
        if self.name is not None and os.path.abspath(name) == self.name:
            self._dbg(2, 'tarfile: Skipped %r' % name)
            return
        self._dbg(1, name)
        member = self.gettarinfo(name, arcname)
        if member is None:
            self._dbg(1, 'tarfile: Unsupported type %r' % name)
            return
        if filter is not None:
            member = filter(member)
            if member is None:
                self._dbg(2, 'tarfile: Excluded %r' % name)
                return
        if member.isreg():
            with bltn_open(name, 'rb') as file:
                self.addfile(member, file)
            return
        self.addfile(member)
        if member.isdir() and recursive:
            for entry in sorted(os.listdir(name)):
                self.add(os.path.join(name, entry), os.path.join(arcname, entry), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Add a member; its data, tarinfo.size bytes, are read from fileobj."""
        self._check('awx')
        if fileobj is None and tarinfo.isreg() and tarinfo.size != 0:
            raise ValueError('fileobj not provided for non zero-size regular file')
        import copy
        tarinfo = copy.copy(tarinfo)
        block = tarinfo.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(block)
        self.offset += len(block)
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, tarinfo.size, bufsize=self.copybufsize)
            padding = -tarinfo.size % BLOCKSIZE
            self.fileobj.write(NUL * padding)
            self.offset += tarinfo.size + padding
        self.members.append(tarinfo)

    # Extracting

    def _get_filter_function(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if filter is None:
                warnings.warn('Python 3.14 will, by default, filter extracted tar archives and reject files or modify their '
                              'metadata. Use the filter argument to control this behavior.', DeprecationWarning, stacklevel=3)
                return fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError('String names are not supported for TarFile.extraction_filter. Use a function such as '
                                'tarfile.data_filter directly.')
            return filter
        if callable(filter):
            return filter
        try:
            return _NAMED_FILTERS[filter]
        except KeyError:
            raise ValueError(f'filter {filter!r} not found') from None

    def extractall(self, path='.', members=None, *, numeric_owner=False, filter=None):
        """
        Extract all members, or those given, into a folder. The filter is called
        for each; it returns the member, changed perhaps, or None to skip it.
        """
        filter = self._get_filter_function(filter)
        folders = []
        for member in self if members is None else members:
            member = self._filtered(member, filter, path)
            if member is None:
                continue
            if member.isdir():
                folders.append(member)      # their times and modes are set when their contents are there
            self._extract_one(member, path, set_attrs=not member.isdir(), numeric_owner=numeric_owner)
        for member in sorted(folders, key=lambda m: m.name, reverse=True):
            target = os.path.join(path, member.name)
            try:
                self.chown(member, target, numeric_owner=numeric_owner)
                self.utime(member, target)
                self.chmod(member, target)
            except ExtractError as e:
                self._handle_nonfatal_error(e)

    def extract(self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None):
        """Extract one member, given by name or as a TarInfo, into a folder."""
        filter = self._get_filter_function(filter)
        member = self._filtered(member, filter, path)
        if member is not None:
            self._extract_one(member, path, set_attrs, numeric_owner)

    def _filtered(self, member, filter, path):
        """The member as the filter wants it extracted, None for those left out."""
        original = member = self.getmember(member) if isinstance(member, str) else member
        try:
            member = filter(member, path)
        except (OSError, FilterError) as e:
            self._handle_fatal_error(e)
            return None
        except ExtractError as e:
            self._handle_nonfatal_error(e)
            return None
        if member is None:
            self._dbg(2, 'tarfile: Excluded %r' % original.name)
            return None
        if member.islnk():
            member = member.replace(deep=False)
            member._link_target = os.path.join(path, member.linkname)
        return member

    def _extract_one(self, member, path, set_attrs, numeric_owner):
        self._check('r')
        try:
            self._extract_member(member, os.path.join(path, member.name), set_attrs, numeric_owner)
        except (OSError, ) as e:
            self._handle_fatal_error(e)
        except ExtractError as e:
            self._handle_nonfatal_error(e)

    def _handle_nonfatal_error(self, e):
        if self.errorlevel > 1:
            raise
        self._dbg(1, 'tarfile: %s' % e)

    def _handle_fatal_error(self, e):
        if self.errorlevel > 0:
            raise
        if isinstance(e, OSError):
            if e.filename is None:
                self._dbg(1, 'tarfile: %s' % e.strerror)
            else:
                self._dbg(1, 'tarfile: %s %r' % (e.strerror, e.filename))
        else:
            self._dbg(1, 'tarfile: %s %s' % (type(e).__name__, e))

    def extractfile(self, member):
        """
        Return the data of a member, given by name or as a TarInfo, as a file
        object: of a regular file, or of what a link leads to; else None.
        """
        self._check('r')
        if isinstance(member, str):
            member = self.getmember(member)
        if member.isreg() or member.type not in SUPPORTED_TYPES:
            return self.fileobject(self, member)
        if member.islnk() or member.issym():
            if isinstance(self.fileobj, _Stream):
                raise StreamError('cannot extract (sym)link as file object')
            return self.extractfile(self._find_link_target(member))
        return None

    def _extract_member(self, member, target, set_attrs=True, numeric_owner=False):
        target = target.rstrip('/')
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above, exist_ok=True)
        if member.islnk() or member.issym():
            self._dbg(1, '%s -> %s' % (member.name, member.linkname))
        else:
            self._dbg(1, member.name)
        if member.isreg():
            self.makefile(member, target)
        elif member.isdir():
            self.makedir(member, target)
        elif member.isfifo():
            self.makefifo(member, target)
        elif member.ischr() or member.isblk():
            self.makedev(member, target)
        elif member.islnk() or member.issym():
            self.makelink(member, target)
        else:
            self.makeunknown(member, target)
        if set_attrs:
            self.chown(member, target, numeric_owner)
            if not member.issym():
                self.chmod(member, target)
                self.utime(member, target)

    def makedir(self, tarinfo, targetpath):
        """Make a folder called targetpath."""
        try:
            # writable and searchable until its contents are there
            os.mkdir(targetpath) if tarinfo.mode is None else os.mkdir(targetpath, 0o700)
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        """Make a file called targetpath."""
        source = self.fileobj
        with bltn_open(targetpath, 'wb') as target:
            if tarinfo.sparse is None:
                source.seek(tarinfo.offset_data)
                copyfileobj(source, target, tarinfo.size, ReadError, self.copybufsize)
                return
            source.seek(tarinfo.offset_data)
            for start, size in tarinfo.sparse:
                target.seek(start)
                copyfileobj(source, target, size, ReadError, self.copybufsize)
            target.seek(tarinfo.size)
            target.truncate()

    def makeunknown(self, tarinfo, targetpath):
        """Make a file of a member of unknown type."""
        self.makefile(tarinfo, targetpath)
        self._dbg(1, 'tarfile: Unknown file type %r, extracted as regular file.' % tarinfo.type)

    def makefifo(self, tarinfo, targetpath):
        """Make a fifo called targetpath."""
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        """Make a character or block device called targetpath."""
        mode = 0o600 if tarinfo.mode is None else tarinfo.mode
        mode |= stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR
        os.mknod(targetpath, mode, os.makedev(tarinfo.devmajor, tarinfo.devminor))

    def makelink(self, tarinfo, targetpath):
        """Make a link called targetpath; where that cannot be, a copy of what it leads to."""
        if tarinfo.issym():
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.symlink(tarinfo.linkname, targetpath)
        elif os.path.exists(tarinfo._link_target):
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.link(tarinfo._link_target, targetpath)
        else:
            try:
                member = self._find_link_target(tarinfo)
            except KeyError:
                raise ExtractError('unable to resolve link inside archive') from None
            self._extract_member(member, targetpath)

    def _find_link_target(self, member):
        if member.issym():
            name = '/'.join(filter(None, (os.path.dirname(member.name), member.linkname)))
            limit = None
        else:
            name, limit = member.linkname, member
        target = self._getmember(name, tarinfo=limit, normalize=True)
        if target is None:
            raise KeyError('linkname %r not found' % name)
        return target

    def chown(self, tarinfo, targetpath, numeric_owner):
        """Set the owner of targetpath, if the program may."""
        if os.geteuid() != 0:
            return
        uid, gid = tarinfo.uid, tarinfo.gid
        if not numeric_owner:
            import grp
            import pwd
            try:
                if tarinfo.gname:
                    gid = grp.getgrnam(tarinfo.gname)[2]
            except KeyError:
                pass
            try:
                if tarinfo.uname:
                    uid = pwd.getpwnam(tarinfo.uname)[2]
            except KeyError:
                pass
        uid, gid = -1 if uid is None else uid, -1 if gid is None else gid
        try:
            (os.lchown if tarinfo.issym() else os.chown)(targetpath, uid, gid)
        except (OSError, OverflowError) as e:
            raise ExtractError('could not change owner') from e

    def chmod(self, tarinfo, targetpath):
        """Set the permissions of targetpath."""
        if tarinfo.mode is not None:
            try:
                os.chmod(targetpath, tarinfo.mode)
            except OSError as e:
                raise ExtractError('could not change mode') from e

    def utime(self, tarinfo, targetpath):
        """Set the modification time of targetpath."""
        if tarinfo.mtime is not None:
            try:
                os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
            except OSError as e:
                raise ExtractError('could not change modification time') from e

    def _dbg(self, level, message):
        if level <= self.debug:
            print(message, file=sys.stderr)


def is_tarfile(name):
    """Return True if name, of a file or a file object, is an archive that this module can read."""
    try:
        if hasattr(name, 'read'):
            start = name.tell()
            tar = open(fileobj=name)
            name.seek(start)
        else:
            tar = open(name)
        tar.close()
        return True
    except TarError:
        return False


open = TarFile.open


if __name__ == '__main__':
    import _tar_command
    _tar_command.main()
