# bz2: the bytes of compressed data, decompression in pieces, files, errors.
import bz2
import hashlib
import io
import os
import random
import tempfile

r = random.Random(5)
SAMPLES = [b"", b"a", b"aaaa", b"aaaaa", b"a" * 255, b"a" * 260, b"a" * 100000, b"hello world " * 100, b"abc" * 5000,
           bytes(range(256)) * 4, r.randbytes(3000), bytes(r.choice(b"ab") for _ in range(20000)), b"aaaaab" * 500,
           bytes(r.choice(b"etaoin shrdlu\n") for _ in range(120000))]
for sample in SAMPLES:
    for level in (1, 9):
        data = bz2.compress(sample, level)
        d = bz2.BZ2Decompressor()
        step = len(data) // 5 + 1
        pieces = b"".join([d.decompress(data[i:i + step]) for i in range(0, len(data), step)])
        print(len(sample), level, len(data), hashlib.sha256(data).hexdigest()[:12], bz2.decompress(data) == sample == pieces, d.eof)
two = bz2.compress(b"one" * 10) + bz2.compress(b"two") + b"trailing"
print(bz2.decompress(two))
d = bz2.BZ2Decompressor()
print(d.decompress(two, 5), d.needs_input, d.eof, d.decompress(b""), d.eof, d.unused_data[:4], d.needs_input)
c = bz2.BZ2Compressor(1)
print(c.compress(b"x" * 10), len(c.flush()))
broken = bytearray(bz2.compress(b"some data"))
broken[20] ^= 1
for call in (lambda: bz2.decompress(b"x"), lambda: bz2.decompress(b"BZh0"), lambda: bz2.decompress(two[:20]), lambda: bz2.decompress(broken),
             lambda: bz2.compress(b"", 0), lambda: bz2.BZ2File(3), lambda: bz2.open("x", "rbt"), lambda: bz2.open("x", "q"),
             lambda: d.decompress(b""), lambda: bz2.open("x", "rb", encoding="u"), lambda: bz2.compress("s"), lambda: c.flush(),
             lambda: c.compress(b""), lambda: bz2.open("missing.bz2"), lambda: bz2.BZ2File(io.BytesIO(two[:30])).read()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
path = os.path.join(tempfile.mkdtemp(), "f.bz2")
with bz2.open(path, "wt") as f:
    f.write("line1\nline2\n")
    f.writelines(["a\n", "b"])
with bz2.open(path, "at") as f:
    print(f.write("more\n"))
with bz2.open(path, "rt") as f:
    print(f.readlines())
with bz2.BZ2File(path) as f:
    print(f.peek(3)[:3], f.read(4), f.tell(), f.seek(-5, 2), f.read(), f.seek(0), f.readline(), list(f), f.readable(), f.writable(), f.seekable())
print(f.closed)
