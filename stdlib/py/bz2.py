"""Compression in the format of bzip2: files, and whole byte strings."""

from _bz2 import BZ2Compressor, BZ2Decompressor
from _compression import CompressedFile, DecompressReader, decompress_streams, open_text

__all__ = ['BZ2File', 'BZ2Compressor', 'BZ2Decompressor', 'open', 'compress', 'decompress']


class BZ2File(CompressedFile):
    """
    A file that is compressed with bzip2. It can take the place of a binary
    file; the data it reads and writes is bytes.
    """

    def __init__(self, filename, mode='r', *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        self._open(filename, mode or 'rb', 'filename must be a str, bytes, file or PathLike object',
                   ('', 'r', 'rb', 'w', 'wb', 'x', 'xb', 'a', 'ab'),
                   lambda fp: DecompressReader(fp, BZ2Decompressor, trailing_error=OSError),
                   lambda: BZ2Compressor(compresslevel))

    def readline(self, size=-1):
        """Read a line of uncompressed bytes from the file."""
        return super().readline(_index(size))

    def readlines(self, size=-1):
        """Read a list of lines of uncompressed bytes from the file."""
        return super().readlines(_index(size))


def _index(size):
    if not isinstance(size, int):
        if not hasattr(size, '__index__'):
            raise TypeError('Integer argument expected')
        size = size.__index__()
    return size


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """
    Open a file compressed with bzip2, in binary or text mode: mode is "r",
    "w", "x" or "a", with "b" (the default) or "t" behind it.
    """
    return open_text(lambda mode: BZ2File(filename, mode, compresslevel=compresslevel), mode, encoding, errors, newline)


def compress(data, compresslevel=9):
    """Compress a block of data. The level is a number from 1 to 9."""
    compressor = BZ2Compressor(compresslevel)
    return compressor.compress(data) + compressor.flush()


def decompress(data):
    """Decompress a block of data, one stream or several."""
    return decompress_streams(data, BZ2Decompressor, OSError, ValueError) if data else b''
