# Gzip files: header, modes, positions, several streams, damaged files, wrong calls.
import gzip
import io
import os
import struct
import tempfile

os.chdir(tempfile.mkdtemp())


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k))[:100])
    except Exception as e:
        print(type(e).__name__, str(e).partition(' 0x')[0])


with gzip.GzipFile('x.gz', 'wb', mtime=123456789) as f:
    print(f.mode, f.name, f.writable(), f.readable(), f.seekable(), f.tell(), f.write(b'hello\nworld\n'), f.tell())
    f.seek(20)
    print(f.tell())
    t(f.seek, 3)
    t(f.read)
    t(f.seek, 0, 2)
    t(f.peek, 1)
    t(f.rewind)
    print(f.fileno() > 0)
    f.flush()
    print(os.path.getsize('x.gz') > 10)
    f.write(memoryview(b'tail'))
for call in (lambda: f.write(b'x'), f.flush, f.read, f.tell, lambda: f.closed, lambda: f.name, f.fileno):
    t(call)
with open('x.gz', 'rb') as f:
    raw = f.read()
print(raw[:10], raw[10:12], struct.unpack('<LL', raw[-8:]))
with gzip.open('x.gz') as f:
    print(f.mode, f.name, f.mtime, f.read(3), f.mtime, f.tell(), f.peek(2)[:2], f.readline(), f.read1(4), f.seek(0), f.readlines(), f.seek(2), f.read(2))
    t(f.write, b'x')
    print(f.seek(0, 2), f.tell(), f.seek(1), f.seek(3, 1))
    b = bytearray(4)
    print(f.readinto(b), b)
with gzip.open('x.gz', 'ab') as f:
    f.write(b'more')
with gzip.open('x.gz', 'rt') as f:
    print(f.readlines())
print("- wrong calls")
t(gzip.open, 'x.gz', 'rbt')
t(gzip.open, 'x.gz', 'rb', encoding='x')
t(gzip.open, 5)
t(gzip.open, 'x.gz', 'z')
t(gzip.GzipFile)
t(gzip.open, 'nope.gz')
t(gzip.open, 'x.gz', 'x')
t(gzip.GzipFile, 'x.gz', 'rt')
print("- damaged")
for data in (raw[:-3], b'abc', b'', raw + b'\0' * 5, raw + b'junk', raw[:-8] + b'\1' * 8, raw[:-4] + b'\1' * 4, b'\x1f\x8b\x07' + b'\0' * 20,
             b'\x1f\x8b\x08\x1f', raw + raw, raw[:5]):
    t(gzip.GzipFile(fileobj=io.BytesIO(data)).read)
    t(gzip.decompress, data)
print("- headers")
print(gzip.compress(b'abc', mtime=0)[:10], gzip.compress(b'abc', 1, mtime=5)[:10], gzip.compress(b'abc', 6, mtime=5)[:10])
o = io.BytesIO()
with gzip.GzipFile(filename='dir/a.gz', mode='w', fileobj=o, mtime=0) as f:
    f.write(b'x')
    print(f.name, f.fileobj is o)
    t(f.fileno)
print(o.getvalue()[:12], o.closed)
o = io.BytesIO()
f = gzip.GzipFile(fileobj=o, mode='wb', mtime=0, compresslevel=1)
f.write(b'data')
f.close()
print(o.getvalue()[:10], gzip.decompress(o.getvalue()))
g = gzip.GzipFile(fileobj=io.BytesIO(o.getvalue()))
print([g.name], g.mode, list(g), repr(g)[:20])
with io.TextIOWrapper(gzip.GzipFile('y.gz', 'wb')) as w:
    w.write('abc')
with gzip.open('y.gz', 'rt') as f:
    print(f.read())
