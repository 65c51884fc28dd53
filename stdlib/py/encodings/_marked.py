"""The encodings that begin with a byte order mark: utf-8-sig, utf-16 and utf-32."""

import _codecs
import codecs


class IncrementalEncoder(codecs.IncrementalEncoder):
    """Writes the mark in front of the first piece."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.first = 1

    def encode(self, input, final=False):
        name = self._encoding if self.first else self._plain
        data = _codecs.encode_text(name, input, self.errors)[0]
        self.first = 0
        return data

    def reset(self):
        super().reset()
        self.first = 1

    # The state is 0 behind the mark, before it 1 for utf-8-sig, 2 for the others (as decoders, they have a 1).

    def getstate(self):
        return self.first * self._fresh

    def setstate(self, state):
        self.first = 1 if state else 0


def _without_mark(input, errors, final):
    """utf-8-sig: what the first piece of input is, or None when more is needed to tell."""
    if len(input) < 3 and codecs.BOM_UTF8.startswith(input):
        return None
    skip = 3 if input[:3] == codecs.BOM_UTF8 else 0
    text, used = codecs.utf_8_decode(input[skip:], errors, final)
    return text, used + skip


class _Marked:
    """The half of a decoder that looks at the mark; self.order is the encoding to go on with, None before it is known."""

    order = None

    def _decode_first(self, input, errors, final):
        if self._encoding == 'utf_8_sig':
            found = _without_mark(input, errors, final)
            if found is None:
                return '', 0
            self.order = 'utf_8'
            return found
        size = 2 if self._encoding == 'utf_16' else 4
        ex_decode = codecs.utf_16_ex_decode if size == 2 else codecs.utf_32_ex_decode
        text, used, order = ex_decode(input, errors, 0, final)
        if order:
            self.order = self._encoding + ('_le' if order < 0 else '_be')
        elif used >= size:
            raise UnicodeDecodeError(self._encoding.replace('_', '-'), input, 0, size, 'Stream does not start with BOM')
        return text, used


class IncrementalDecoder(_Marked, codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        if self.order is None:
            return self._decode_first(input, errors, final)
        return _codecs.decode_text(self.order, input, errors, final)

    def reset(self):
        super().reset()
        self.order = None

    # The number beside the bytes kept: for utf-8-sig 1 before the mark; else 2 before it, 1 for the other byte order.

    def getstate(self):
        kept = super().getstate()[0]
        if self.order is None:
            return kept, self._fresh
        return kept, int(self.order.endswith('_be'))

    def setstate(self, state):
        super().setstate(state)
        if self._fresh == 1:
            self.order = None if state[1] else 'utf_8'
        else:
            self.order = {0: self._encoding + '_le', 1: self._encoding + '_be'}.get(state[1])


class StreamWriter(codecs.StreamWriter):
    first = True

    def encode(self, input, errors='strict'):
        name = self._encoding if self.first else self._plain
        self.first = False
        return _codecs.encode_text(name, input, errors)

    def reset(self):
        super().reset()
        self.first = True


class StreamReader(_Marked, codecs.StreamReader):
    def decode(self, input, errors='strict'):
        if self.order is None:
            return self._decode_first(input, errors, False)
        return _codecs.decode_text(self.order, input, errors, False)

    def reset(self):
        super().reset()
        self.order = None


def fill(namespace, module):
    """Give the module of an encoding its classes and functions."""
    where = {'_encoding': module, '_plain': 'utf_8' if module == 'utf_8_sig' else module + '_le',
             '_fresh': 1 if module == 'utf_8_sig' else 2, '__module__': namespace['__name__']}
    made = {base.__name__: type(base.__name__, (base,), dict(where))
            for base in (IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader)}

    def encode(input, errors='strict'):
        return _codecs.encode_text(module, input, errors)

    def decode(input, errors='strict'):
        return _codecs.decode_text(module, input, errors, True)

    def getregentry():
        return codecs.CodecInfo(encode, decode, made['StreamReader'], made['StreamWriter'], made['IncrementalEncoder'],
                                made['IncrementalDecoder'], module.replace('_', '-'))

    for function in encode, decode, getregentry:
        function.__qualname__, function.__module__ = function.__name__, namespace['__name__']
    namespace.update(made, codecs=codecs, encode=encode, decode=decode, getregentry=getregentry)
