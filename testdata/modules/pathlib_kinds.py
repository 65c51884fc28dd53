# Paths of both kinds, globs and walks in the order of CPython, the classes and their errors.
import os
import pathlib
import pickle
import tempfile
from pathlib import Path, PosixPath, PurePath, PurePosixPath, PureWindowsPath, UnsupportedOperation, WindowsPath


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(Path, PurePosixPath, PureWindowsPath, UnsupportedOperation, Path.__mro__[1:], pathlib.__all__)
W = PureWindowsPath
for text in "c:/a/b.tar.gz", "c:a", "//server/share", "//server/share/x", "\\\\?\\c:\\x", "a\\b/c", "/rooted", "C:", "c:\\", "", "./c:x", "nul", "a/..":
    p = W(text)
    print(repr(p), str(p), p.parts, (p.drive, p.root, p.anchor), p.name, p.suffix, p.suffixes, p.stem, p.is_absolute(), p.as_posix(), p.parent, list(p.parents))
show(lambda: W("c:/a") / "d:b")
show(lambda: W("c:/a") / "/b" / "c")
show(lambda: W("C:/A") == W("c:/a"))
show(lambda: hash(W("C:/A")) == hash(W("c:\\a")))
show(lambda: W("b") < W("C"))
show(lambda: W("c:/a/b").relative_to("C:/A"))
show(lambda: W("c:/a/b").relative_to("d:/"))
show(lambda: W("c:/a/b").is_relative_to("C:\\"))
show(lambda: W("c:/a b").as_uri())
show(lambda: W("//s/h/x").as_uri())
show(lambda: W("a").as_uri())
show(lambda: W("c:/x/Y.TXT").match("*.txt"))
show(lambda: PurePosixPath("x/Y.TXT").match("*.txt"))
show(lambda: PurePosixPath("a/b/c.py").full_match("a/**/*.py"))
show(lambda: PurePosixPath(W("a\\b")))
show(lambda: W("a") < PurePosixPath("b"))
show(lambda: W("a") == PurePosixPath("a"))
show(lambda: W("a").with_name("b/c"))
show(lambda: WindowsPath("a"))
show(lambda: PurePath("a").with_suffix("x"))
show(lambda: PurePath("a.b").with_stem(""))
show(lambda: PurePath("/").with_name("a"))
show(lambda: PurePath("a", 1))
show(lambda: PurePath(b"a"))
show(lambda: PurePath("a") / 5)
show(lambda: 5 / PurePath("a"))
show(lambda: pickle.loads(pickle.dumps(W("c:/a"))))
show(lambda: Path.from_uri("file:///a%20b"))
show(lambda: Path.from_uri("http://x"))
show(lambda: PurePath("a/b/../c", "./d//e"))
show(lambda: PurePath("/a/b/c").relative_to("/a/x/y", walk_up=True))
show(lambda: PurePath("/a").parents[5])
show(lambda: PurePath("/a/b/c/d").parents[-2:])
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name in "a/b/c", "a/d", ".h/i", "e":
        Path(name).mkdir(parents=True)
    for name in "a/1.txt", "a/b/2.txt", "a/b/c/3.TXT", ".h/4.txt", "e/x.py", "top.txt":
        Path(name).write_text(name)
    Path("link").symlink_to("a")
    Path("broken").symlink_to("nothing")
    here = Path(".")
    for pattern in "*", "**", "**/*", "*.txt", "**/*.txt", "a/*/", "a/b/../*", "**/b", "**/b/**", "*/*/c", "link/*", "nothing", "broken", "a/1.txt", "[ae]/*", "**/c/..", ".h/*":
        found = list(here.glob(pattern))
        assert len(set(found)) == len(found) or ".." in pattern or "**/b/**" == pattern, pattern
        print(pattern, sorted(map(str, found)))
    print(sorted(map(str, here.rglob("*.txt"))), sorted(map(str, here.rglob("*.txt", case_sensitive=False))))
    print(sorted(map(str, here.rglob("*.txt", recurse_symlinks=True))))
    show(lambda: list(here.glob("")))
    show(lambda: list(here.glob("/a")))
    print(sorted(map(repr, here.iterdir())))
    print([str(p) for p in Path("a/b").glob("**/*")], [str(p) for p in Path("a/b").rglob("*")])
    for top_down in True, False:
        print([(str(p), sorted(d), sorted(f)) for p, d, f in Path("a/b").walk(top_down=top_down)])
    print(sorted(str(p) for p, d, f in here.walk()), [sorted(f) for p, d, f in here.walk()][0])
    show(lambda: Path("nothing").stat())
    show(lambda: Path("nothing").iterdir())
    show(lambda: Path("a").rmdir())
    show(lambda: Path("a").mkdir())
    show(lambda: Path("x/y").mkdir())
    show(lambda: Path("a").unlink())
    show(lambda: Path("top.txt").write_text(b"x"))
    print([getattr(Path(p), test)() for p in ("a", "top.txt", "link", "broken", "nothing", "a\0b")
           for test in ("exists", "is_dir", "is_file", "is_symlink", "is_mount", "is_socket")])
    print(Path("link").resolve().name, Path("link").readlink(), Path("broken").exists(follow_symlinks=False), Path("a").samefile("link"))
    print(Path("top.txt").rename("new.txt").read_text(), Path("new.txt").stat().st_size, Path("new.txt").absolute().parent == Path.cwd())
    os.chdir("/")
show(lambda: Path("~nobody-of-that-name").expanduser())
