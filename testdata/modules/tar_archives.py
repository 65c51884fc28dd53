# tarfile: writing, reading, extracting with filters, formats, streams.
import hashlib
import io
import os
import shutil
import stat
import tarfile
import tempfile
import warnings

folder = tempfile.mkdtemp()
os.chdir(folder)


def member(name, data=b"", **attributes):
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for field, value in attributes.items():
        setattr(info, field, value)
    return info, io.BytesIO(data)


MEMBERS = [member("a.txt", b"hello\n", mtime=1e9, uid=1000, gid=100, uname="ann", gname="users"),
           member("folder", type=tarfile.DIRTYPE, mode=0o755), member("folder/b.bin", bytes(range(256)) * 5, mode=0o600),
           member("link", type=tarfile.SYMTYPE, linkname="a.txt"), member("hard", type=tarfile.LNKTYPE, linkname="a.txt"),
           member("fifo", type=tarfile.FIFOTYPE), member("n" * 90 + "/" + "m" * 60, b"long"), member("x" * 200, b"longer"),
           member("ünïcode", b"u", uname="jürgen"), member("big", mtime=1234567890.25, uid=3000000)]
for format in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=format) as tar:
        for info, data in MEMBERS:
            data.seek(0)
            try:
                tar.addfile(info, data if info.size else None)
            except ValueError as e:
                print("ValueError", e)
    print(format, len(buffer.getvalue()), hashlib.sha256(buffer.getvalue()).hexdigest()[:16])
    buffer.seek(0)
    with tarfile.open(fileobj=buffer) as tar:
        for m in tar:
            print(m.name[:20], m.size, oct(m.mode), m.mtime, m.uid, m.uname, m.type, m.linkname, m.offset, m.offset_data, sorted(m.pax_headers))
        print(tar.extractfile("a.txt").read(), tar.extractfile("link").readline(), tar.extractfile("hard").name, tar.extractfile("folder"))
        f = tar.extractfile("folder/b.bin")
        print(f.seek(10), f.read(3), f.seek(-2, 2), f.read(), f.tell(), f.peek(), f.readable(), f.writable())

# Files
os.makedirs("src/sub")
for name, text in (("src/one.txt", "one"), ("src/sub/two.py", "print(2)\n"), ("src/skip.tmp", "tmp")):
    with open(name, "w") as f:
        f.write(text)
    os.utime(name, (1e9, 1e9))
    os.chmod(name, 0o640)
os.symlink("one.txt", "src/link")
os.link("src/one.txt", "src/same")
for path in ("src/sub", "src"):
    os.chmod(path, 0o755)
    os.utime(path, (1e9, 1e9))


def clean(info):
    info.uid = info.gid = 0
    info.uname = info.gname = "root"
    info.mtime = 1e9 if not info.issym() else 0
    return None if info.name.endswith(".tmp") else info


for mode in ("w", "w:gz", "x:gz", "w|", "w|gz"):
    name = "t." + mode.replace("|", "s").replace(":", "")
    with tarfile.open(name, mode) as tar:
        tar.add("src", arcname="top", filter=clean)
        print(mode, tar.getnames())
    with tarfile.open(name) as tar:
        tar.list()
        print(len(tar.getmembers()), tar.getmember("top/same").islnk(), tarfile.is_tarfile(name))
    with tarfile.open(name, "r|*") as tar:
        print([(m.name, tar.extractfile(m).read()) for m in tar if m.isreg()])
with tarfile.open("t.w", "a") as tar:
    tar.add("src/one.txt", "added.txt", filter=clean)
with tarfile.open("t.w") as tar:
    print(tar.getnames()[-1], repr(tar.next())[:20], tar.next())
    tar.list(verbose=False)
    tar.extractall("out", filter="data")
    tar.extract("top/sub/two.py", "single", filter="tar")
for top, dirs, files in sorted(os.walk("out")):
    print(top, sorted(dirs), sorted(files), oct(os.stat(top).st_mode))
print(oct(os.stat("out/top/one.txt").st_mode), os.stat("out/top/one.txt").st_mtime, os.readlink("out/top/link"), open("single/top/sub/two.py").read())

# Filters
for info in (tarfile.TarInfo("/abs"), tarfile.TarInfo("../up"), tarfile.TarInfo("ok"), member("dev", type=tarfile.CHRTYPE)[0],
             member("l", type=tarfile.SYMTYPE, linkname="/etc")[0], member("l", type=tarfile.SYMTYPE, linkname="../../x")[0],
             member("in/l", type=tarfile.SYMTYPE, linkname="../x")[0], member("exe", mode=0o4777, uid=5)[0]):
    for filter in (tarfile.data_filter, tarfile.tar_filter, tarfile.fully_trusted_filter):
        try:
            m = filter(info, "/nowhere/dest")
            print(filter.__name__, m.name, m.mode, m.uid, m is info)
        except tarfile.FilterError as e:
            print(filter.__name__, type(e).__name__, e)

# Errors
for call in (lambda: tarfile.open("missing.tar"), lambda: tarfile.open(fileobj=io.BytesIO(b"")), lambda: tarfile.open(),
             lambda: tarfile.open(fileobj=io.BytesIO(b"x" * 600), mode="r:"), lambda: tarfile.open("t.w", "q"),
             lambda: tarfile.open("t.w", "r:zip"), lambda: tarfile.open("t.w").getmember("none"), lambda: tarfile.open("t.w", "r:gz"),
             lambda: tarfile.open("t.w").add("x"), lambda: tarfile.TarInfo("x").tobuf(9), lambda: tarfile.open("t.wgz", "a:gz"),
             lambda: tarfile.open("t.w").extractall(filter="none")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).splitlines()[0])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with tarfile.open("t.w") as tar:
        tar.extractall("trusted")
print(caught[0].category.__name__, caught[0].message)
info = tarfile.TarInfo("copy")
print(info.replace(name="other", mode=0o600).get_info() | {"type": ""}, tarfile.TarInfo("d").isreg(), stat.filemode(info.mode))
os.chdir("/")
shutil.rmtree(folder)
