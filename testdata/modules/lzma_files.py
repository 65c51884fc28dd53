# lzma: formats, checks, decompression in pieces, files, errors.
import base64
import io
import lzma
import os
import tarfile
import tempfile

SAMPLES = [b"", b"a", b"hello world " * 1000, bytes(range(256)) * 4]
OPTIONS = [{}, {"check": lzma.CHECK_NONE}, {"check": lzma.CHECK_CRC32}, {"check": lzma.CHECK_SHA256}, {"format": lzma.FORMAT_ALONE}, {"preset": 0},
           {"preset": 9 | lzma.PRESET_EXTREME}, {"format": lzma.FORMAT_RAW, "filters": [{"id": lzma.FILTER_LZMA2, "preset": 3}]},
           {"format": lzma.FORMAT_RAW, "filters": [{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 20, "lc": 2, "lp": 1}]}]
for sample in SAMPLES:
    for options in OPTIONS:
        data = lzma.compress(sample, **options)
        same = {k: v for k, v in options.items() if k in ("format", "filters")}
        d = lzma.LZMADecompressor(**same)
        step = len(data) // 5 + 1
        pieces = b"".join([d.decompress(data[i:i + step]) for i in range(0, len(data), step)])
        print(len(sample), list(options), lzma.decompress(data, **same) == sample == pieces, d.eof, d.check, d.unused_data)

# What liblzma wrote
XZ = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAwACFdACoaCKIDJWbxS3jFogX/LubZ0iAasHAZhJ7E0+ArZb8PAAAAAAAwlCVNbVha+wABPTGv/bAbH7bzfQEAAAAABFla"
ALONE = "XQAAgAD//////////wAqGgiiAyVm8Ut4xaIF/y7m2dIgGrBwGYSexNPgK4dPxdD/9G5AAA=="
for text in (XZ, ALONE):
    try:
        print(lzma.decompress(base64.b64decode(text)))
    except lzma.LZMAError as e:
        print("LZMAError", e)

two = lzma.compress(b"one" * 10) + lzma.compress(b"two") + b"trailing"
print(lzma.decompress(two))
d = lzma.LZMADecompressor()
print(d.check, d.decompress(two, 4), d.eof, d.unused_data, d.needs_input, d.decompress(b""), d.check, d.eof, d.unused_data[:6], d.needs_input)
whole = lzma.compress(b"abc")
for call in (lambda: lzma.decompress(b"x"), lambda: lzma.decompress(b""), lambda: lzma.decompress(whole[:20]), lambda: lzma.decompress(whole[:-3] + b"zzz"),
             lambda: lzma.LZMACompressor(format=9), lambda: lzma.LZMACompressor(preset=77), lambda: lzma.LZMACompressor(format=lzma.FORMAT_RAW),
             lambda: lzma.LZMACompressor(preset=1, filters=[]), lambda: lzma.LZMACompressor(filters=[{"id": 1}]), lambda: d.decompress(b""),
             lambda: lzma.LZMACompressor(format=lzma.FORMAT_ALONE, check=1), lambda: lzma.LZMAFile(4), lambda: lzma.open("x", "rbt"),
             lambda: lzma.open("x", "r", check=1), lambda: lzma.LZMAFile(io.BytesIO(whole[:30])).read()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(lzma.is_check_supported(lzma.CHECK_CRC64), lzma.is_check_supported(7))

folder = tempfile.mkdtemp()
path = os.path.join(folder, "f.xz")
with lzma.open(path, "wt") as f:
    f.write("line1\nline2\n")
with lzma.open(path, "at") as f:
    f.write("more\n")
with lzma.open(path, "rt") as f:
    print(f.readlines())
with lzma.LZMAFile(path) as f:
    print(f.peek(3)[:3], f.read(4), f.tell(), f.seek(-5, 2), f.read(), f.seek(0), f.readline(), list(f))
for kind in ("xz", "bz2", "gz"):
    name = os.path.join(folder, "t.tar." + kind)
    for mode in ("w:" + kind, "w|" + kind):
        with tarfile.open(name, mode) as tar:
            info = tarfile.TarInfo("member")
            info.size = 5
            tar.addfile(info, io.BytesIO(b"hello"))
        with tarfile.open(name) as tar:
            print(mode, tar.getnames(), tar.extractfile("member").read())
        with tarfile.open(name, "r|*") as tar:
            print([(m.name, m.size) for m in tar])
