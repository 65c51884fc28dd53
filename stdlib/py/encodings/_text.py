"""What a module of an encoding between str and bytes holds, made from the built-in codec of that name."""

import _codecs
import codecs


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        return _codecs.encode_text(self._encoding, input, errors)

    def decode(self, input, errors='strict'):
        return _codecs.decode_text(self._encoding, input, errors, True)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return _codecs.encode_text(self._encoding, input, self.errors)[0]


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        return _codecs.decode_text(self._encoding, input, errors, final)


class PlainDecoder(codecs.IncrementalDecoder):
    """For encodings in which every byte is a character: there is nothing to keep."""

    def decode(self, input, final=False):
        return _codecs.decode_text(self._encoding, input, self.errors, final)[0]


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    def decode(self, input, errors='strict'):
        return _codecs.decode_text(self._encoding, input, errors, False)


def _codec_name(module):
    """The name in the CodecInfo: most have hyphens."""
    if module == 'latin_1':
        return 'iso8859-1'
    return module if module.startswith(('euc_', 'iso2022_', 'shift_')) else module.replace('_', '-')


def fill(namespace, module):
    """Give the module of an encoding its classes and functions."""
    name = _codec_name(module)
    table = _codecs.decoding_table(module)
    decoder = IncrementalDecoder if table is None and module not in ('ascii', 'latin_1', 'iso8859_1') else PlainDecoder
    where = {'_encoding': module, '__module__': namespace['__name__']}
    made = {}
    for base in Codec, IncrementalEncoder, decoder, StreamWriter, StreamReader:
        title = 'IncrementalDecoder' if base is PlainDecoder else base.__name__
        made[title] = type(title, (base,), dict(where))
    codec = made['Codec']()

    def encode(input, errors='strict'):
        return codec.encode(input, errors)

    def decode(input, errors='strict'):
        return codec.decode(input, errors)

    def getregentry():
        return codecs.CodecInfo(encode, decode, made['StreamReader'], made['StreamWriter'], made['IncrementalEncoder'],
                                made['IncrementalDecoder'], name)

    for function in encode, decode, getregentry:
        function.__qualname__, function.__module__ = function.__name__, namespace['__name__']
    namespace.update(made, codecs=codecs, encode=encode, decode=decode, getregentry=getregentry)
    if table is not None:
        namespace.update(decoding_table=table, encoding_table=codecs.charmap_build(table))
