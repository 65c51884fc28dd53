"""What the modules of encodings between bytes and bytes hold: hex, base64, quoted-printable, uuencode, zlib, bz2."""

import codecs
from importlib import import_module


def _uu_encode(input, errors='strict', filename='<data>', mode=0o666):
    """Uuencode bytes as a file of that name and mode."""
    from binascii import b2a_uu
    filename = filename.replace('\n', '\\n').replace('\r', '\\r')
    lines = [b2a_uu(input[i:i + 45]) for i in range(0, len(input), 45)]
    return b'begin %o %b\n%b \nend\n' % (mode & 0o777, filename.encode('ascii'), b''.join(lines)), len(input)


def _uu_line(line):
    import binascii
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        # Some encoders pad the last line too much: what counts is the length in front.
        return binascii.a2b_uu(line[:((line[0] - 32 & 63) * 4 + 5) // 3])


def _uu_decode(input, errors='strict'):
    lines = iter(bytes(input).splitlines(keepends=True))
    if not any(line.startswith(b'begin') for line in lines):
        raise ValueError('Missing "begin" line in input data')
    data = []
    for line in lines:
        if line == b'end\n':
            return b''.join(data), len(input)
        data.append(_uu_line(line))
    raise ValueError('Truncated input data')


class _Compressing:
    """An incremental encoder or decoder around a compressor or decompressor object."""

    def __init__(self, errors='strict'):
        assert errors == 'strict'
        self.errors = errors
        self.reset()


def _stream_coders(module, compressor, decompressor):
    class IncrementalEncoder(_Compressing, codecs.IncrementalEncoder):
        def reset(self):
            self.compressobj = getattr(import_module(module), compressor)()

        def encode(self, input, final=False):
            data = self.compressobj.compress(input)
            return data + self.compressobj.flush() if final else data

    class IncrementalDecoder(_Compressing, codecs.IncrementalDecoder):
        def reset(self):
            self.decompressobj = getattr(import_module(module), decompressor)()

        def decode(self, input, final=False):
            try:
                data = self.decompressobj.decompress(input)
            except EOFError:
                return ''
            return data + self.decompressobj.flush() if final and module == 'zlib' else data
    return IncrementalEncoder, IncrementalDecoder


def _plain_coders(encode, decode):
    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            assert self.errors == 'strict'
            return encode(input)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            assert self.errors == 'strict'
            return decode(input)[0]
    return IncrementalEncoder, IncrementalDecoder


def _via(module, name, **options):
    def convert(input, errors='strict'):
        assert errors == 'strict'
        return getattr(import_module(module), name)(input, **options), len(input)
    return convert


# The name of the codec, its functions, and its classes for pieces where those are more than the functions.
_kinds = {
    'hex_codec': ('hex', _via('binascii', 'b2a_hex'), _via('binascii', 'a2b_hex'), None),
    'base64_codec': ('base64', _via('base64', 'encodebytes'), _via('base64', 'decodebytes'), None),
    'quopri_codec': ('quopri', _via('quopri', 'encodestring', quotetabs=True), _via('quopri', 'decodestring'), None),
    'uu_codec': ('uu', _uu_encode, _uu_decode, None),
    'zlib_codec': ('zlib', _via('zlib', 'compress'), _via('zlib', 'decompress'), ('zlib', 'compressobj', 'decompressobj')),
    'bz2_codec': ('bz2', _via('bz2', 'compress'), _via('bz2', 'decompress'), ('bz2', 'BZ2Compressor', 'BZ2Decompressor')),
}


def fill(namespace, module):
    """Give the module of an encoding its classes and functions."""
    name, encode, decode, streams = _kinds[module]
    Encoder, Decoder = _stream_coders(*streams) if streams else _plain_coders(encode, decode)

    class Codec(codecs.Codec):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

        def decode(self, input, errors='strict'):
            return decode(input, errors)

    class StreamWriter(Codec, codecs.StreamWriter):
        charbuffertype = bytes

    class StreamReader(Codec, codecs.StreamReader):
        charbuffertype = bytes

    def getregentry():
        return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, Encoder, Decoder, name, _is_text_encoding=False)

    encode.__name__, decode.__name__ = name + '_encode', name + '_decode'
    members = {f.__name__: f for f in (Codec, Encoder, Decoder, StreamWriter, StreamReader, encode, decode, getregentry)}
    for key, member in members.items():
        member.__qualname__, member.__module__ = key, namespace['__name__']
    namespace.update(members, codecs=codecs)
