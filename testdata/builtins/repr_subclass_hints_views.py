# Corners of builtins: what repr returns, hints that lie, views released by the index they are asked for.
class S(str):
    pass


class R:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


for text in ['<abc>', S('<abc>'), S('<\xe4\u20ac\U0001f600>')]:
    print(type(repr(R(text))).__name__, type(ascii(R(text))).__name__, repr(R(text)), ascii(R(text)), type(f'{R(text)!r}').__name__,
          type(str(R(text))).__name__)
for bad in (3, None, b'x'):
    for f in (repr, ascii, str, '{!r}'.format, '%a'.__mod__):
        try:
            f(R(bad))
        except TypeError as e:
            print(e)


class Liar:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter('ab')

    def __length_hint__(self):
        return self.hint


import sys
for hint in (0, 1, sys.maxsize, sys.maxsize // 2, -1, 'x', None, NotImplemented, sys.maxsize + 1):
    for start in ([], [1, 2]):
        for how in ('extend', '+=', 'slice', 'list', 'tuple', 'bytes'):
            x = list(start)
            try:
                if how == 'extend':
                    x.extend(Liar(hint))
                elif how == '+=':
                    x += Liar(hint)
                elif how == 'slice':
                    x[:0] = Liar(hint)
                elif how == 'list':
                    x = list(Liar(hint))
                elif how == 'tuple':
                    x = tuple(Liar(hint))
                else:
                    x = bytearray(b'xy')
                    x.extend(Liar(hint))
            except Exception as e:
                x = f'{type(e).__name__} {e}'
            print(hint if hint != sys.maxsize else 'max', len(start), how, x)


class Releasing:
    def __init__(self, m, value=0):
        self.m, self.value = m, value

    def __index__(self):
        self.m.release()
        return self.value

    def __bool__(self):
        self.m.release()
        return True

    __float__ = __index__


def views():
    yield memoryview(bytearray(b'abcdefgh'))
    yield memoryview(bytearray(b'abcdefgh')).cast('B', (4, 2))
    yield memoryview(bytearray(8)).cast('?')
    yield memoryview(bytearray(8)).cast('d')


def index(m): return m[Releasing(m)]
def pair(m): return m[Releasing(m), 0]
def store(m): m[Releasing(m)] = 1
def value(m): m[0] = Releasing(m)
def stop(m): m[:Releasing(m)] = b''
def start(m): m[Releasing(m, 1):2] = b'x'
def get(m): return m[:Releasing(m, 1)].tobytes()


for use in (index, pair, store, value, stop, start, get):
    for m in views():
        try:
            print(use.__name__, m.format, m.ndim, end=' ')
            print(use(m))
        except Exception as e:
            print(type(e).__name__, e)
