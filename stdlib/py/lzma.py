"""Compression in the formats .xz and .lzma: files, and whole byte strings."""

from _lzma import *
from _lzma import LZMAError
from _compression import CompressedFile, DecompressReader, decompress_streams, open_text

__all__ = ['CHECK_NONE', 'CHECK_CRC32', 'CHECK_CRC64', 'CHECK_SHA256', 'CHECK_ID_MAX', 'CHECK_UNKNOWN', 'FILTER_LZMA1',
           'FILTER_LZMA2', 'FILTER_DELTA', 'FILTER_X86', 'FILTER_IA64', 'FILTER_ARM', 'FILTER_ARMTHUMB', 'FILTER_POWERPC',
           'FILTER_SPARC', 'FORMAT_AUTO', 'FORMAT_XZ', 'FORMAT_ALONE', 'FORMAT_RAW', 'MF_HC3', 'MF_HC4', 'MF_BT2', 'MF_BT3',
           'MF_BT4', 'MODE_FAST', 'MODE_NORMAL', 'PRESET_DEFAULT', 'PRESET_EXTREME', 'LZMACompressor', 'LZMADecompressor',
           'LZMAFile', 'LZMAError', 'open', 'compress', 'decompress', 'is_check_supported']


class LZMAFile(CompressedFile):
    """
    A file that is compressed with LZMA. It can take the place of a binary
    file; the data it reads and writes is bytes.
    """

    def __init__(self, filename=None, mode='r', *, format=None, check=-1, preset=None, filters=None):
        if mode in ('r', 'rb'):
            if check != -1:
                raise ValueError('Cannot specify an integrity check when opening a file for reading')
            if preset is not None:
                raise ValueError('Cannot specify a preset compression level when opening a file for reading')
            if format is None:
                format = FORMAT_AUTO
        elif format is None:
            format = FORMAT_XZ
        self._open(filename, mode, 'filename must be a str, bytes, file or PathLike object',
                   ('r', 'rb', 'w', 'wb', 'a', 'ab', 'x', 'xb'),
                   lambda fp: DecompressReader(fp, LZMADecompressor, trailing_error=LZMAError, format=format, filters=filters),
                   lambda: LZMACompressor(format=format, check=check, preset=preset, filters=filters))


def open(filename, mode='rb', *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None):
    """
    Open a file compressed with LZMA, in binary or text mode: mode is "r",
    "w", "x" or "a", with "b" (the default) or "t" behind it.
    """
    return open_text(lambda mode: LZMAFile(filename, mode, format=format, check=check, preset=preset, filters=filters),
                     mode, encoding, errors, newline)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """Compress a block of data."""
    compressor = LZMACompressor(format, check, preset, filters)
    return compressor.compress(data) + compressor.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """Decompress a block of data, one stream or several."""
    return decompress_streams(data, lambda: LZMADecompressor(format, memlimit, filters), LZMAError, LZMAError)
