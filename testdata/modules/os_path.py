import os, os.path as p
print(p.join("a", "b", "c.txt"), p.join("a", "/b"), p.join("a/", "b"), p.join("", "x"), p.split("/a/b/c"), p.split("c"), p.dirname("/a/b"), p.basename("/a/b/"), p.splitext("x/y.tar.gz"), p.splitext(".bashrc"), p.splitext("noext"), p.normpath("a/./b/../c//d"), p.normpath(""), p.isabs("/a"), p.isabs("a"), p.abspath("/a/../b"), p.commonprefix(["/abc", "/abd"]), p.commonpath(["/a/b/c", "/a/b/d"]), p.relpath("/a/b/c", "/a/d"), p.expanduser("~") == os.environ["HOME"], p.expandvars("$LANG/x"), p.sep, os.sep, os.linesep == "\n", os.curdir, os.pardir, os.pathsep, os.extsep, os.name, os.devnull, p.normcase("A/b"), p.splitdrive("/a"))
tmp = p.join(os.environ["TMPDIR"], "work")
os.makedirs(p.join(tmp, "sub", "deep"))
for n in ("b.txt", "a.txt", "sub/c.txt"):
    with open(p.join(tmp, n), "w") as f: f.write(n * 2)
print(sorted(os.listdir(tmp)), p.exists(tmp), p.isdir(tmp), p.isfile(p.join(tmp, "a.txt")), p.getsize(p.join(tmp, "a.txt")), p.exists("/nope"), p.islink(tmp))
for root, dirs, files in os.walk(tmp):
    dirs.sort()
    print(p.relpath(root, tmp), dirs, sorted(files))
with os.scandir(tmp) as it: print(sorted((e.name, e.is_file(), e.is_dir()) for e in it))
os.rename(p.join(tmp, "a.txt"), p.join(tmp, "z.txt"))
os.replace(p.join(tmp, "b.txt"), p.join(tmp, "z.txt"))
os.remove(p.join(tmp, "z.txt")); os.unlink(p.join(tmp, "sub/c.txt")); os.rmdir(p.join(tmp, "sub/deep")); os.mkdir(p.join(tmp, "new"))
print(sorted(os.listdir(tmp)), os.stat(tmp).st_mode > 0, os.access(tmp, os.R_OK))
st = os.stat(tmp)
print(st.st_size >= 0, st.st_mtime > 0, type(st).__name__)
for e in ("os.listdir('/nope')", "os.remove('/nope')", "os.mkdir(tmp)", "os.makedirs(tmp)", "os.rmdir('/nope')", "os.rename('/nope', '/nope2')", "os.stat('/nope')", "p.getsize('/nope')", "p.join('a', 5)", "p.join(5)", "os.environ['NOPE_X']", "os.environ.get('NOPE_X')", "os.getenv('NOPE_X', 'd')", "os.chdir('/nope')", "p.exists(None)", "p.basename(5)", "os.rmdir(tmp)", "os.makedirs(tmp, exist_ok=True)", "p.relpath('')", "p.commonpath(['/a', 'b'])", "p.commonpath([])", "os.nope"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, str(x).replace(tmp, "T"))
os.environ["MY_VAR"] = "val"
print(os.getenv("MY_VAR"), "MY_VAR" in os.environ, os.environ.pop("MY_VAR"), os.getpid() > 0, isinstance(os.cpu_count(), int), len(os.urandom(4)), os.getcwd() == p.dirname(p.abspath(__file__)), os.fspath("a"), os.strerror(2), os.path is p)
os.putenv("X", "y")
try:
    os.environ["a"] = 5
except TypeError as e:
    print(e)
os.chdir(tmp)
print(os.getcwd() == p.realpath(tmp), os.listdir("."), [p.basename(x) for x in sorted(os.listdir(os.curdir))])
fd = os.open("raw", os.O_CREAT | os.O_RDWR)
print(os.write(fd, b"hello"), os.lseek(fd, 0, 0), os.read(fd, 10), os.close(fd))
r, w = os.pipe()
os.write(w, b"pipe"); print(os.read(r, 4)); os.close(r); os.close(w)

