"""The encoding 'rot13', between str and str: each letter of the English alphabet moves on by thirteen."""

import codecs

rot13_map = {c: c for c in range(256)}
for _first in 'Aa':
    for _i in range(26):
        rot13_map[ord(_first) + _i] = ord(_first) + (_i + 13) % 26


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        return str.translate(input, rot13_map), len(input)

    decode = encode


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return str.translate(input, rot13_map)


class IncrementalDecoder(codecs.IncrementalDecoder):
    def decode(self, input, final=False):
        return str.translate(input, rot13_map)


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    codec = Codec()
    return codecs.CodecInfo(codec.encode, codec.decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, 'rot-13',
                            _is_text_encoding=False)


def rot13(infile, outfile):
    """Copy a text file, turned."""
    outfile.write(codecs.encode(infile.read(), 'rot-13'))


if __name__ == '__main__':
    import sys
    rot13(sys.stdin, sys.stdout)
