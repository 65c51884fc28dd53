# zipfile: members compressed with bzip2 and LZMA.
import hashlib
import io
import zipfile

TEXT = b"members of all methods\n" * 300
for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as z:
        z.writestr(zipfile.ZipInfo("a.txt"), TEXT, method)
        with z.open(zipfile.ZipInfo("b.txt"), "w") as f:
            f.write(b"stored")
        z.writestr(zipfile.ZipInfo("empty"), b"", method)
    if method == zipfile.ZIP_BZIP2:
        print(len(buffer.getvalue()), hashlib.sha256(buffer.getvalue()).hexdigest()[:16])
    with zipfile.ZipFile(buffer) as z:
        for info in z.infolist():
            print(info.filename, info.compress_type, info.file_size, info.extract_version, info.create_version, info.flag_bits, z.read(info) in (TEXT, b"stored", b""))
        with z.open("a.txt") as f:
            print(f.read(10), f.seek(100), f.readline(), f.tell(), len(f.read()), f.read())
        print(z.testzip())
broken = bytearray(buffer.getvalue())
broken[60] ^= 0xff
try:
    zipfile.ZipFile(io.BytesIO(broken)).read("a.txt")
except Exception as e:
    print("error")
