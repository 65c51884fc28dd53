"""Members of tar archives and the blocks that describe them: ustar, GNU and pax headers."""
import stat

BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
NUL = b'\0'
GNU_MAGIC, POSIX_MAGIC = b'ustar  \0', b'ustar\x0000'
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155

REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE = b'0', b'\0', b'1', b'2'
CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = b'3', b'4', b'5', b'6', b'7'
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b'L', b'K', b'S'
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b'x', b'g', b'X'

USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = range(3)
DEFAULT_FORMAT = PAX_FORMAT

SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME,
                   GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
GNU_TYPES = (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
PAX_FIELDS = ('path', 'linkpath', 'size', 'mtime', 'uid', 'gid', 'uname', 'gname')
PAX_NAME_FIELDS = {'path', 'linkpath', 'uname', 'gname'}
PAX_NUMBER_FIELDS = {'atime': float, 'ctime': float, 'mtime': float, 'uid': int, 'gid': int, 'size': int}


class TarError(Exception):
    """Base exception."""


class ExtractError(TarError):
    """General exception for extract errors."""


class ReadError(TarError):
    """Exception for unreadable tar archives."""


class CompressionError(TarError):
    """Exception for unavailable compression methods."""


class StreamError(TarError):
    """Exception for unsupported operations on stream-like TarFiles."""


class HeaderError(TarError):
    """Base exception for header errors."""


class EmptyHeaderError(HeaderError):
    """Exception for empty headers."""


class TruncatedHeaderError(HeaderError):
    """Exception for truncated headers."""


class EOFHeaderError(HeaderError):
    """Exception for end of file headers."""


class InvalidHeaderError(HeaderError):
    """Exception for invalid headers."""


class SubsequentHeaderError(HeaderError):
    """Exception for missing and invalid extended headers."""


for _error in (TarError, ExtractError, ReadError, CompressionError, StreamError, HeaderError, EmptyHeaderError,
               TruncatedHeaderError, EOFHeaderError, InvalidHeaderError, SubsequentHeaderError):
    _error.__module__ = 'tarfile'


def stn(text, length, encoding, errors):
    """A text as a field of that length."""
    if text is None:
        raise ValueError("metadata cannot contain None")
    data = text.encode(encoding, errors)
    return data[:length].ljust(length, NUL)


def nts(data, encoding, errors):
    """The text of a field."""
    return data.partition(NUL)[0].decode(encoding, errors)


def nti(data):
    """The number of a field: octal digits, or base 256 when the first byte says so."""
    if data[0] in (0o200, 0o377):
        number = int.from_bytes(data[1:], 'big')
        return number - 256 ** (len(data) - 1) if data[0] == 0o377 else number
    try:
        return int(nts(data, 'ascii', 'strict').strip() or '0', 8)
    except ValueError:
        raise InvalidHeaderError('invalid header') from None


def itn(number, digits=8, format=DEFAULT_FORMAT):
    """A number as a field."""
    number = int(number)
    if 0 <= number < 8 ** (digits - 1):
        return b'%0*o\0' % (digits - 1, number)
    if format == GNU_FORMAT and -256 ** (digits - 1) <= number < 256 ** (digits - 1):
        mark = b'\x80' if number >= 0 else b'\xff'
        return mark + (number % 256 ** (digits - 1)).to_bytes(digits - 1, 'big')
    raise ValueError('overflow in number field')


def calc_chksums(block):
    """The checksum of a header, its own field taken as blanks: of unsigned bytes, and of signed ones."""
    data = block[:148] + b' ' * 8 + block[156:512]
    unsigned = sum(data)
    return unsigned, unsigned - 256 * sum(1 for byte in data if byte > 127)


def padded(data):
    """Data filled up to whole blocks."""
    return data + NUL * (-len(data) % BLOCKSIZE)


_KEEP = object()


class TarInfo:
    """
    A member of an archive: what its header says. Such objects are returned by
    the methods getmember(), getmembers() and gettarinfo() of TarFile.
    """

    __slots__ = {
        'name': 'Name of the archive member.', 'mode': 'Permission bits.', 'uid': 'User ID of the owner.',
        'gid': 'Group ID of the owner.', 'size': 'Size in bytes.', 'mtime': 'Time of last modification.',
        'chksum': 'Header checksum.', 'type': 'File type, one of the constants such as REGTYPE.',
        'linkname': 'The target of a link.', 'uname': 'User name.', 'gname': 'Group name.',
        'devmajor': 'Device major number.', 'devminor': 'Device minor number.', 'offset': 'Where the header starts.',
        'offset_data': 'Where the data starts.', 'pax_headers': 'The pairs of the pax header.',
        'sparse': 'Where a sparse file has data.', '_tarfile': None, '_link_target': None,
    }

    def __init__(self, name=''):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.type = REGTYPE
        self.linkname = self.uname = self.gname = ''
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.sparse = self._tarfile = self._link_target = None
        self.pax_headers = {}

    @property
    def tarfile(self):
        import warnings
        warnings.warn('The undocumented "tarfile" attribute of TarInfo objects is deprecated and will be removed in '
                      'Python 3.16', DeprecationWarning, stacklevel=2)
        return self._tarfile

    @tarfile.setter
    def tarfile(self, tarfile):
        self._tarfile = tarfile

    @property
    def path(self):
        """In pax headers, "name" is called "path"."""
        return self.name

    @path.setter
    def path(self, name):
        self.name = name

    @property
    def linkpath(self):
        """In pax headers, "linkname" is called "linkpath"."""
        return self.linkname

    @linkpath.setter
    def linkpath(self, linkname):
        self.linkname = linkname

    def __repr__(self):
        return '<%s %r at %#x>' % (type(self).__name__, self.name, id(self))

    def replace(self, *, name=_KEEP, mtime=_KEEP, mode=_KEEP, linkname=_KEEP, uid=_KEEP, gid=_KEEP, uname=_KEEP,
                gname=_KEEP, deep=True, _KEEP=_KEEP):
        """Return a copy with the given attributes replaced, a deep one by default."""
        import copy
        result = copy.deepcopy(self) if deep else copy.copy(self)
        for field, value in (('name', name), ('mtime', mtime), ('mode', mode), ('linkname', linkname), ('uid', uid),
                             ('gid', gid), ('uname', uname), ('gname', gname)):
            if value is not _KEEP:
                setattr(result, field, value)
        return result

    def get_info(self):
        """Return the attributes as a dictionary."""
        info = {field: getattr(self, field) for field in ('name', 'mode', 'uid', 'gid', 'size', 'mtime', 'chksum', 'type',
                                                          'linkname', 'uname', 'gname', 'devmajor', 'devminor')}
        if info['mode'] is not None:
            info['mode'] &= 0o7777
        if info['type'] == DIRTYPE and not info['name'].endswith('/'):
            info['name'] += '/'
        return info

    # Writing

    def tobuf(self, format=DEFAULT_FORMAT, encoding='utf-8', errors='surrogateescape'):
        """Return the header as blocks of bytes."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError("%s may not be None" % name)
        if format == USTAR_FORMAT:
            return self.create_ustar_header(info, encoding, errors)
        if format == GNU_FORMAT:
            return self.create_gnu_header(info, encoding, errors)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        raise ValueError("invalid format")

    def create_ustar_header(self, info, encoding, errors):
        info['magic'] = POSIX_MAGIC
        if len(info['linkname'].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError("linkname is too long")
        if len(info['name'].encode(encoding, errors)) > LENGTH_NAME:
            info['prefix'], info['name'] = self._posix_split_name(info['name'], encoding, errors)
        return self._create_header(info, USTAR_FORMAT, encoding, errors)

    def create_gnu_header(self, info, encoding, errors):
        info['magic'] = GNU_MAGIC
        before = b''
        if len(info['linkname'].encode(encoding, errors)) > LENGTH_LINK:
            before += self._create_gnu_long_header(info['linkname'], GNUTYPE_LONGLINK, encoding, errors)
        if len(info['name'].encode(encoding, errors)) > LENGTH_NAME:
            before += self._create_gnu_long_header(info['name'], GNUTYPE_LONGNAME, encoding, errors)
        return before + self._create_header(info, GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        info['magic'] = POSIX_MAGIC
        pax = self.pax_headers.copy()
        for name, header, length in (('name', 'path', LENGTH_NAME), ('linkname', 'linkpath', LENGTH_LINK),
                                     ('uname', 'uname', 32), ('gname', 'gname', 32)):
            if header in pax:
                continue
            text = info[name]
            if not text.isascii() or len(text) > length:
                pax[header] = text
        for name, digits in (('uid', 8), ('gid', 8), ('size', 12), ('mtime', 12)):
            value = info[name]
            whole = round(value) if isinstance(value, float) else value
            if not 0 <= whole < 8 ** (digits - 1):
                info[name] = 0      # the field cannot hold it
                exact = True
            else:
                info[name] = whole
                exact = isinstance(value, float)
            if exact and name not in pax:
                pax[name] = str(value)
        before = self._create_pax_generic_header(pax, XHDTYPE, encoding) if pax else b''
        return before + self._create_header(info, USTAR_FORMAT, 'ascii', 'replace')

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        return cls._create_pax_generic_header(pax_headers, XGLTYPE, 'utf-8')

    def _posix_split_name(self, name, encoding, errors):
        """Split a long name at a slash so that the parts fit into their fields."""
        parts = name.split('/')
        for i in range(1, len(parts)):
            prefix, rest = '/'.join(parts[:i]), '/'.join(parts[i:])
            if len(prefix.encode(encoding, errors)) <= LENGTH_PREFIX and len(rest.encode(encoding, errors)) <= LENGTH_NAME:
                return prefix, rest
        raise ValueError("name is too long")

    @staticmethod
    def _create_header(info, format, encoding, errors):
        kind = info.get('type', REGTYPE)
        mode = info.get('mode', 0)
        if mode is None:
            raise ValueError("metadata cannot contain None")
        if kind in (CHRTYPE, BLKTYPE):
            devices = itn(info.get('devmajor', 0), 8, format) + itn(info.get('devminor', 0), 8, format)
        else:
            devices = stn('', 8, encoding, errors) * 2
        block = b''.join([
            stn(info.get('name', ''), 100, encoding, errors), itn(mode & 0o7777, 8, format),
            itn(info.get('uid', 0), 8, format), itn(info.get('gid', 0), 8, format), itn(info.get('size', 0), 12, format),
            itn(info.get('mtime', 0), 12, format), b' ' * 8, kind, stn(info.get('linkname', ''), 100, encoding, errors),
            info.get('magic', POSIX_MAGIC), stn(info.get('uname', ''), 32, encoding, errors),
            stn(info.get('gname', ''), 32, encoding, errors), devices, stn(info.get('prefix', ''), 155, encoding, errors),
        ]).ljust(BLOCKSIZE, NUL)
        return block[:148] + b'%06o\0' % calc_chksums(block)[0] + block[155:]

    @classmethod
    def _create_gnu_long_header(cls, name, kind, encoding, errors):
        data = name.encode(encoding, errors) + NUL
        info = {'name': '././@LongLink', 'type': kind, 'size': len(data), 'magic': GNU_MAGIC}
        return cls._create_header(info, USTAR_FORMAT, encoding, errors) + padded(data)

    @classmethod
    def _create_pax_generic_header(cls, pax_headers, kind, encoding):
        # A value that is no Unicode text is written as it is, which is said first.
        binary = any(isinstance(value, str) and '\udc80' <= max(value, default='') and
                     any('\udc80' <= c <= '\udcff' for c in value) for value in pax_headers.values())
        records = b'21 hdrcharset=BINARY\n' if binary else b''
        for keyword, value in pax_headers.items():
            keyword = keyword.encode('utf-8')
            value = value.encode(encoding, 'surrogateescape') if binary else value.encode('utf-8')
            records += cls._pax_record(keyword, value)
        info = {'name': '././@PaxHeader', 'type': kind, 'size': len(records), 'magic': POSIX_MAGIC}
        return cls._create_header(info, USTAR_FORMAT, 'ascii', 'replace') + padded(records)

    @staticmethod
    def _pax_record(keyword, value):
        """A record begins with its length, which counts itself."""
        rest = len(keyword) + len(value) + 3
        total = rest
        while total != (total := rest + len(str(total))):
            pass
        return b'%d %b=%b\n' % (total, keyword, value)

    # Reading

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """Make a TarInfo of a header block."""
        if len(buf) == 0:
            raise EmptyHeaderError("empty header")
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError("truncated header")
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError("end of file header")
        checksum = nti(buf[148:156])
        if checksum not in calc_chksums(buf):
            raise InvalidHeaderError("bad checksum")
        self = cls(nts(buf[:100], encoding, errors))
        self.mode, self.uid, self.gid = nti(buf[100:108]), nti(buf[108:116]), nti(buf[116:124])
        self.size, self.mtime, self.chksum = nti(buf[124:136]), nti(buf[136:148]), checksum
        self.type = buf[156:157]
        self.linkname = nts(buf[157:257], encoding, errors)
        self.uname, self.gname = nts(buf[265:297], encoding, errors), nts(buf[297:329], encoding, errors)
        self.devmajor, self.devminor = nti(buf[329:337]), nti(buf[337:345])
        prefix = nts(buf[345:500], encoding, errors)
        if self.type == AREGTYPE and self.name.endswith('/'):   # how old archives say folder
            self.type = DIRTYPE
        if self.isdir():
            self.name = self.name.rstrip('/')
        if prefix and self.type not in GNU_TYPES:
            self.name = prefix + '/' + self.name
        if self.type == GNUTYPE_SPARSE:
            self.sparse = [(nti(buf[at:at + 12]), nti(buf[at + 12:at + 24])) for at in range(386, 482, 24) if buf[at]], \
                bool(buf[482]), nti(buf[483:495])
        return self

    @classmethod
    def fromtarfile(cls, tarfile):
        """Read the next member of an open archive."""
        self = cls.frombuf(tarfile.fileobj.read(BLOCKSIZE), tarfile.encoding, tarfile.errors)
        self.offset = tarfile.fileobj.tell() - BLOCKSIZE
        return self._proc_member(tarfile)

    def _proc_member(self, tarfile):
        if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            return self._proc_gnulong(tarfile)
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return self._proc_pax(tarfile)
        if self.type == GNUTYPE_SPARSE:
            self._read_sparse_map(tarfile)
        self.offset_data = tarfile.fileobj.tell()
        at = self.offset_data
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            at += self._block(self.size)
        tarfile.offset = at
        if self.sparse is not None:
            self.sparse, self.size = self.sparse[0], self.sparse[2]
        self._apply_pax_info(tarfile.pax_headers, tarfile.encoding, tarfile.errors)
        if self.isdir():
            self.name = self.name.rstrip('/')
        return self

    def _read_sparse_map(self, tarfile):
        """Read the rest of the map of a sparse file, in blocks of its own."""
        parts, more, size = self.sparse
        while more:
            block = tarfile.fileobj.read(BLOCKSIZE)
            parts += [(nti(block[at:at + 12]), nti(block[at + 12:at + 24])) for at in range(0, 504, 24) if block[at]]
            more = bool(block[504])
        self.sparse = parts, False, size

    def _next_member(self, tarfile):
        try:
            return self.fromtarfile(tarfile)
        except HeaderError as e:
            raise SubsequentHeaderError(str(e)) from None

    def _proc_gnulong(self, tarfile):
        data = tarfile.fileobj.read(self._block(self.size))
        following = self._next_member(tarfile)
        following.offset = self.offset
        text = nts(data, tarfile.encoding, tarfile.errors)
        if self.type == GNUTYPE_LONGNAME:
            following.name = text.removesuffix('/') if following.isdir() else text
        else:
            following.linkname = text
        return following

    def _proc_pax(self, tarfile):
        data = tarfile.fileobj.read(self._block(self.size))[:self.size]
        headers = tarfile.pax_headers if self.type == XGLTYPE else tarfile.pax_headers.copy()
        encoding = 'utf-8'
        records = list(self._pax_records(data))
        for keyword, value in records:
            if keyword == b'hdrcharset':
                encoding = tarfile.encoding if value == b'BINARY' else 'utf-8'
                continue
            try:
                keyword = keyword.decode('utf-8')
            except UnicodeDecodeError:
                keyword = keyword.decode('utf-8', tarfile.errors)
            if keyword in PAX_NAME_FIELDS:
                value = self._decode(value, encoding, tarfile.encoding, tarfile.errors)
            else:
                value = self._decode(value, 'utf-8', 'utf-8', tarfile.errors)
            headers[keyword] = value
        following = self._next_member(tarfile)
        following._pax_sparse_map(headers, records, tarfile)
        if self.type in (XHDTYPE, SOLARIS_XHDTYPE):
            following._apply_pax_info(headers, tarfile.encoding, tarfile.errors)
            following.offset = self.offset
            if 'size' in headers:
                at = following.offset_data
                if following.isreg() or following.type not in SUPPORTED_TYPES:
                    at += following._block(following.size)
                tarfile.offset = at
        return following

    def _pax_sparse_map(self, headers, records, tarfile):
        """Find where a sparse file has data: the three ways of GNU tar in pax archives."""
        if 'GNU.sparse.map' in headers:
            numbers = [int(n) for n in headers['GNU.sparse.map'].split(',')]
        elif 'GNU.sparse.size' in headers:
            numbers = [int(value) for keyword, value in records if keyword in (b'GNU.sparse.offset', b'GNU.sparse.numbytes')]
        elif headers.get('GNU.sparse.major') == '1' and headers.get('GNU.sparse.minor') == '0':
            numbers = self._read_numbers(tarfile.fileobj)
            self.offset_data = tarfile.fileobj.tell()
        else:
            return
        self.sparse = list(zip(numbers[::2], numbers[1::2]))

    @staticmethod
    def _read_numbers(fileobj):
        """Read the map at the beginning of the data: a count, then twice as many numbers, each on a line."""
        buf = fileobj.read(BLOCKSIZE)
        wanted = None
        while True:
            *lines, rest = buf.split(b'\n')
            if lines and wanted is None:
                wanted = 2 * int(lines[0])
            if wanted is not None and len(lines) > wanted:
                return [int(line) for line in lines[1:wanted + 1]]
            block = fileobj.read(BLOCKSIZE)
            if not block:
                raise InvalidHeaderError('invalid header')
            buf += block

    @staticmethod
    def _pax_records(data):
        at = 0
        while at < len(data) and data[at]:
            length, blank, rest = data[at:at + 21].partition(b' ')
            if not blank or not length.isdigit():
                raise InvalidHeaderError("invalid header")
            size = int(length)
            record = data[at + len(length) + 1:at + size]
            if size < 5 or at + size > len(data) or record[-1:] != b'\n' or b'=' not in record:
                raise InvalidHeaderError("invalid header")
            keyword, _, value = record[:-1].partition(b'=')
            yield keyword, value
            at += size

    @staticmethod
    def _decode(value, encoding, fallback, errors):
        try:
            return value.decode(encoding, 'strict')
        except UnicodeDecodeError:
            return value.decode(fallback, errors)

    def _apply_pax_info(self, headers, encoding, errors):
        for keyword, value in headers.items():
            if keyword == 'GNU.sparse.name':
                self.path = value
            elif keyword in ('GNU.sparse.size', 'GNU.sparse.realsize'):
                self.size = int(value)
            elif keyword in PAX_FIELDS:
                if keyword in PAX_NUMBER_FIELDS:
                    try:
                        value = PAX_NUMBER_FIELDS[keyword](value)
                    except ValueError:
                        value = 0
                elif keyword == 'path':
                    value = value.rstrip('/')
                setattr(self, keyword, value)
        self.pax_headers = headers.copy()

    @staticmethod
    def _block(count):
        """Round a size up to whole blocks."""
        if count < 0:
            raise InvalidHeaderError("invalid offset")
        return -(-count // BLOCKSIZE) * BLOCKSIZE

    def isreg(self):
        'Return True if the Tarinfo object is a regular file.'
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        'Return True if it is a directory.'
        return self.type == DIRTYPE

    def issym(self):
        'Return True if it is a symbolic link.'
        return self.type == SYMTYPE

    def islnk(self):
        'Return True if it is a hard link.'
        return self.type == LNKTYPE

    def ischr(self):
        'Return True if it is a character device.'
        return self.type == CHRTYPE

    def isblk(self):
        'Return True if it is a block device.'
        return self.type == BLKTYPE

    def isfifo(self):
        'Return True if it is a FIFO.'
        return self.type == FIFOTYPE

    def issparse(self):
        return self.sparse is not None

    def isdev(self):
        'Return True if it is one of character device, block device or FIFO.'
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


TarInfo.__module__ = 'tarfile'


def mode_of(member):
    """st_mode of a member, for listings."""
    kinds = {REGTYPE: stat.S_IFREG, DIRTYPE: stat.S_IFDIR, SYMTYPE: stat.S_IFLNK, CHRTYPE: stat.S_IFCHR,
             BLKTYPE: stat.S_IFBLK, FIFOTYPE: stat.S_IFIFO}
    return kinds.get(member.type, 0) | member.mode
