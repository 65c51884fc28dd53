# Compressed streams: pieces of any size, limits, sums, dictionaries, wrong arguments and data.
import binascii
import random
import zlib


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k))[:90])
    except Exception as e:
        print(type(e).__name__, e)


print("- one shot")
data = b'hello world ' * 20 + bytes(range(256))
good = zlib.compress(data)
for level in -1, 0, 1, 6, 9:
    for wbits in -15, 15, 31:
        assert zlib.decompress(zlib.compress(data, level, wbits), wbits) == data
t(zlib.decompress, good[:-1])
t(zlib.decompress, b'abc')
t(zlib.decompress, good[:-1] + b'x')
t(zlib.decompress, b'')
t(zlib.decompress, good + b'x')
t(zlib.decompress, good, bufsize=0)
t(zlib.decompress, good, bufsize=-1)
t(zlib.decompress, good, wbits=99)
t(zlib.decompress, good, wbits=3)
t(zlib.compress, b'', 10)
t(zlib.compress, 'a')
print("- broken")
for raw in ('06', '07', '000100ffff', '0400', 'edff', '05e0810800000000209ad1', '4b0402', '63000200', '010500faff68656c6c6f', '0105'):
    t(zlib.decompress, binascii.unhexlify(raw), -15)
print("- arguments")
for a in (dict(wbits=0), dict(wbits=16), dict(wbits=7), dict(level=10), dict(memLevel=0), dict(memLevel=10), dict(strategy=9),
          dict(method=3), dict(wbits=-8), dict(wbits=48)):
    print(a, end=' ')
    t(zlib.compressobj, **a)
for w in 0, 1, 7, 8, 15, 16, 23, 24, 31, 32, 40, 47, 48, -1, -8, -7, -15, -16:
    try:
        print(w, type(zlib.decompressobj(w)).__name__)
    except ValueError as e:
        print(w, e)
print("- limits")
d = zlib.decompressobj()
t(d.decompress, b'abc')
d = zlib.decompressobj()
t(d.decompress, good, max_length=-1)
t(d.decompress, good, 10)
print(len(d.unconsumed_tail) > 0, d.unused_data, d.eof)
t(d.flush, 0)
c = d.copy()
t(d.flush)
print(d.unconsumed_tail, d.unused_data, d.eof)
t(d.decompress, b'abc')
print(d.unused_data)
print(c.flush()[-3:], c.eof)
random.seed(5)
text = b''.join(random.choice([b'spam', b'eggs and ham', bytes(range(40)), b'x' * 300, random.randbytes(9)]) for _ in range(3000))
for wbits in -15, 15, 31:
    packed = zlib.compress(text, 6, wbits)
    for piece, limit in ((1, 0), (7, 0), (1000, 33), (len(packed), 1000), (64, 1)):
        d = zlib.decompressobj(wbits)
        out, at, left = [], 0, b''
        while not d.eof and (left or at < len(packed)):
            chunk = left or packed[at:at + piece]
            at += 0 if left else piece
            out.append(d.decompress(chunk, limit))
            assert not limit or len(out[-1]) <= limit
            left = d.unconsumed_tail
            if limit == 1 and len(out) > 3000:
                out.append(d.decompress(left + packed[at:]))
                break
        assert b''.join(out) == text, (wbits, piece, limit)
print("- keeps its input")
D = zlib._ZlibDecompressor()
print(D.eof, D.needs_input, D.unused_data)
t(D.decompress, good + b'tail', 10)
print(D.eof, D.needs_input, D.unused_data)
print(len(D.decompress(b'')), D.eof, D.needs_input, D.unused_data)
t(D.decompress, b'x')
print("- dictionaries, states")
c = zlib.compressobj(zdict=b'hello')
zz = c.compress(b'hello' * 3) + c.flush()
t(zlib.decompressobj().decompress, zz)
t(zlib.decompressobj(zdict=b'other').decompress, zz)
t(zlib.decompressobj(zdict=b'hello').decompress, zz)
t(zlib.decompress, zz)
t(c.flush)
t(c.compress, b'x')
t(zlib.decompressobj, zdict=3)
t(zlib.compressobj().flush, 77)
c = zlib.compressobj()
d = zlib.decompressobj()
for word in b'one', b'two', b'three':
    print(d.decompress(c.compress(word) + c.flush(zlib.Z_SYNC_FLUSH)), end=' ')
print(d.decompress(c.flush()), d.eof)
