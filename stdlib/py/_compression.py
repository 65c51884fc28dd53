"""What the files of bz2 and lzma have in common."""
import io
from builtins import open as open_file

BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE


def decompress_streams(data, make, mistake, incomplete):
    """The content of the streams that data consists of; what follows them and is none is ignored."""
    contents, rest = [], data
    while rest or not contents:
        stream = make()
        try:
            contents.append(stream.decompress(rest))
        except mistake:
            if contents:
                break
            raise
        if not stream.eof:
            raise incomplete('Compressed data ended before the end-of-stream marker was reached')
        rest = stream.unused_data
    return b''.join(contents)


class DecompressReader(io.RawIOBase):
    """Reads the data that is in a compressed file, of one stream or several in a row."""

    def __init__(self, fp, decomp_factory, trailing_error=(), **decomp_args):
        self._fp = fp
        self._make = lambda: decomp_factory(**decomp_args)
        self._trailing_error = trailing_error
        self._decompressor = self._make()
        self._eof = False
        self._pos = 0
        self._size = -1

    def readable(self):
        return True

    def seekable(self):
        return self._fp.seekable()

    def close(self):
        self._decompressor = None
        return super().close()

    def readinto(self, b):
        with memoryview(b) as view, view.cast('B') as byte_view:
            data = self.read(len(byte_view))
            byte_view[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size or self._eof:
            return b''
        data = None
        while True:
            if self._decompressor.eof:
                rest = self._decompressor.unused_data or self._fp.read(BUFFER_SIZE)
                if not rest:
                    break
                self._decompressor = self._make()
                try:
                    data = self._decompressor.decompress(rest, size)
                except self._trailing_error:
                    break       # what follows the stream is not ours
            else:
                rest = b''
                if self._decompressor.needs_input:
                    rest = self._fp.read(BUFFER_SIZE)
                    if not rest:
                        data = self._decompressor.decompress(b'', size)     # a block whose end was not seen
                        if data:
                            break
                        raise EOFError('Compressed file ended before the end-of-stream marker was reached')
                data = self._decompressor.decompress(rest, size)
            if data:
                break
        if not data:
            self._eof = True
            self._size = self._pos
            return b''
        self._pos += len(data)
        return data

    def readall(self):
        parts = []
        while data := self.read(1 << 30):
            parts.append(data)
        return b''.join(parts)

    def tell(self):
        return self._pos

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            while self._size < 0 and self.read(BUFFER_SIZE):
                pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError('Invalid value for whence: {}'.format(whence))
        if offset < self._pos:          # from the beginning again
            self._fp.seek(0)
            self._eof = False
            self._pos = 0
            self._decompressor = self._make()
        while offset > self._pos and self.read(min(BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos


class CompressedFile(io.BufferedIOBase):
    """A file that is compressed; subclasses say how."""

    def _open(self, filename, mode, what, modes, make_reader, make_compressor):
        self._fp = self._buffer = self._compressor = None
        self._owned = False
        if mode not in modes:
            raise ValueError('Invalid mode: {!r}'.format(mode))
        self._writing = mode[0] in 'wxa'
        if self._writing:
            self._compressor = make_compressor()
        if hasattr(filename, '__fspath__') or isinstance(filename, (str, bytes)):
            self._fp = open_file(filename, mode.rstrip('b') + 'b')
            self._owned = True
        elif hasattr(filename, 'read') or hasattr(filename, 'write'):
            self._fp = filename
        else:
            raise TypeError(what)
        self._mode = mode.rstrip('b') + 'b'
        if self._writing:
            self._pos = 0
        else:
            self._buffer = io.BufferedReader(make_reader(self._fp))

    @property
    def closed(self):
        """True if this file is closed."""
        return self._fp is None

    @property
    def name(self):
        self._check_not_closed()
        return self._fp.name

    @property
    def mode(self):
        return 'wb' if self._writing else 'rb'

    def _check_not_closed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def _check_can_read(self):
        self._check_not_closed()
        if self._writing:
            raise io.UnsupportedOperation('File not open for reading')

    def _check_can_write(self):
        self._check_not_closed()
        if not self._writing:
            raise io.UnsupportedOperation('File not open for writing')

    def _check_can_seek(self):
        self._check_can_read_to_seek()
        if not self._buffer.seekable():
            raise io.UnsupportedOperation('The underlying file object does not support seeking')

    def _check_can_read_to_seek(self):
        self._check_not_closed()
        if self._writing:
            raise io.UnsupportedOperation('Seeking is only supported on files open for reading')

    def close(self):
        """Flush and close the file; closing it again does nothing."""
        if self.closed:
            return
        try:
            if self._writing:
                self._fp.write(self._compressor.flush())
                self._compressor = None
            else:
                self._buffer.close()
        finally:
            fp, self._fp = self._fp, None
            self._buffer = None
            if self._owned:
                fp.close()

    def fileno(self):
        """Return the file descriptor for the underlying file."""
        self._check_not_closed()
        return self._fp.fileno()

    def seekable(self):
        """Return whether the file supports seeking."""
        return self.readable() and self._buffer.seekable()

    def readable(self):
        """Return whether the file was opened for reading."""
        self._check_not_closed()
        return not self._writing

    def writable(self):
        """Return whether the file was opened for writing."""
        self._check_not_closed()
        return self._writing

    def peek(self, size=0):
        """Return buffered data without advancing the file position."""
        self._check_can_read()
        return self._buffer.peek(size)

    def read(self, size=-1):
        """Read up to size uncompressed bytes from the file, all if it is negative or None."""
        self._check_can_read()
        return self._buffer.read(size)

    def read1(self, size=-1):
        """Read up to size uncompressed bytes, while trying to avoid making multiple reads."""
        self._check_can_read()
        return self._buffer.read1(BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        """Read bytes into b."""
        self._check_can_read()
        return self._buffer.readinto(b)

    def readline(self, size=-1):
        """Read a line of uncompressed bytes from the file."""
        self._check_can_read()
        return self._buffer.readline(size)

    def readlines(self, size=-1):
        """Read a list of lines of uncompressed bytes from the file."""
        self._check_can_read()
        return self._buffer.readlines(size)

    def __iter__(self):
        self._check_can_read()
        return self._buffer.__iter__()

    def write(self, data):
        """Write bytes to the file, and return how many; they may reach it only when it is closed."""
        self._check_can_write()
        with memoryview(data) as view:
            length = view.nbytes
        self._fp.write(self._compressor.compress(data))
        self._pos += length
        return length

    def writelines(self, seq):
        """Write a sequence of byte strings to the file."""
        self._check_can_write()
        for data in seq:
            self.write(data)

    def seek(self, offset, whence=io.SEEK_SET):
        """Change the file position, by reading; backwards from the beginning."""
        self._check_can_seek()
        return self._buffer.seek(offset, whence)

    def tell(self):
        """Return the current file position."""
        self._check_not_closed()
        return self._pos if self._writing else self._buffer.tell()


def open_text(make, mode, encoding, errors, newline):
    """The part of the functions open() that is the same: text modes are a layer above the compressed file."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError('Invalid mode: %r' % (mode,))
    else:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    file = make(mode.replace('t', ''))
    if 't' in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file
