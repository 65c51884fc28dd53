# shutil: make_archive and unpack_archive.
import os
import shutil
import tarfile
import tempfile
import zipfile

folder = tempfile.mkdtemp()
os.chdir(folder)
os.makedirs("src/sub/deep")
for name in ("src/a.txt", "src/sub/b.txt", "src/sub/deep/c.txt"):
    with open(name, "w") as f:
        f.write(name * 3)
print(shutil.get_archive_formats())
print(shutil.get_unpack_formats())
for format in ("zip", "tar", "gztar", "bztar", "xztar"):
    path = shutil.make_archive(os.path.join(folder, "made", format), format, "src")
    print(format, os.path.relpath(path, folder))
    names = zipfile.ZipFile(path).namelist() if format == "zip" else tarfile.open(path).getnames()
    print(sorted(names))
    kwargs = {} if format == "zip" else {"filter": "data"}
    shutil.unpack_archive(path, "out-" + format, **kwargs)
    for top, dirs, files in sorted(os.walk("out-" + format)):
        print(top, sorted(dirs), [open(os.path.join(top, f)).read() for f in sorted(files)])
print(os.path.relpath(shutil.make_archive("part", "zip", root_dir=".", base_dir="src/sub"), folder), sorted(zipfile.ZipFile("part.zip").namelist()))
print(shutil.make_archive("here", "gztar", base_dir="src"), sorted(tarfile.open("here.tar.gz").getnames()))
shutil.register_archive_format("list", lambda name, base, **kw: (name, base, sorted(kw)), [("extra", 1)], "a list")
print(shutil.make_archive("x", "list"), shutil.get_archive_formats()[2])
shutil.unregister_archive_format("list")
shutil.register_unpack_format("mine", [".mine"], lambda name, where: print("unpack", name, os.path.basename(where)))
shutil.unpack_archive("y.mine", "there")
for call in (lambda: shutil.make_archive("x", "rar"), lambda: shutil.unpack_archive("x.rar"), lambda: shutil.unpack_archive("x", format="rar"),
             lambda: shutil.unpack_archive("src/a.txt", format="zip"), lambda: shutil.unpack_archive("src/a.txt", format="tar"),
             lambda: shutil.make_archive("x", "zip", "src/a.txt"), lambda: shutil.register_unpack_format("z", [".zip"], print),
             lambda: shutil.register_archive_format("z", 3), lambda: shutil.make_archive("x", "zip", "missing")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
os.chdir("/")
shutil.rmtree(folder)
