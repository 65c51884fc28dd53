"""Paths as objects."""

import errno
import os
import posixpath
import re
import stat as _stat
import sys
from _collections_abc import Sequence

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

_IGNORED_ERRNOS = (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP)


class UnsupportedOperation(NotImplementedError):
    """The operation does not exist on this kind of path."""


def _ignore_error(exception):
    return getattr(exception, "errno", None) in _IGNORED_ERRNOS


def _translate(pattern, case_sensitive=True, part=False):
    """Turn a glob pattern of one component into a regular expression."""
    out = []
    i, n = 0, len(pattern)
    while i < n:
        c = pattern[i]
        i += 1
        if c == "*":
            out.append("[^/]*")
        elif c == "?":
            out.append("[^/]")
        elif c == "[":
            j = i
            if j < n and pattern[j] == "!":
                j += 1
            if j < n and pattern[j] == "]":
                j += 1
            while j < n and pattern[j] != "]":
                j += 1
            if j >= n:
                out.append("\\[")
            else:
                stuff = pattern[i:j].replace("\\", "\\\\")
                i = j + 1
                if stuff[0] == "!":
                    stuff = "^" + stuff[1:]
                elif stuff[0] in "^[":
                    stuff = "\\" + stuff
                out.append(f"[{stuff}]")
        else:
            out.append(re.escape(c))
    return re.compile("(?s:" + "".join(out) + r")\Z", 0 if case_sensitive else re.IGNORECASE).match


class _PathParents(Sequence):
    """The parents of a path, nearest first."""

    __slots__ = ("_path", "_drv", "_root", "_tail")

    def __init__(self, path):
        self._path = path
        self._drv = path.drive
        self._root = path.root
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return tuple(self[i] for i in range(*idx.indices(len(self))))
        if idx >= len(self) or idx < -len(self):
            raise IndexError(idx)
        if idx < 0:
            idx += len(self)
        return self._path._from_parsed_parts(self._drv, self._root, self._tail[:-idx - 1])

    def __repr__(self):
        return "<{}.parents>".format(type(self._path).__name__)


class PurePath:
    """A path, as text: nothing here asks the file system."""

    __slots__ = ("_raw_paths", "_drv", "_root", "_tail_cached", "_str", "_hash", "__weakref__")
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        paths = []
        for arg in args:
            if isinstance(arg, PurePath):
                paths.extend(arg._raw_paths)
            else:
                try:
                    path = os.fspath(arg)
                except TypeError:
                    path = arg
                if not isinstance(path, str):
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                    f"not {type(path).__name__!r}")
                paths.append(path)
        self._raw_paths = paths

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    @classmethod
    def _parse_path(cls, path):
        if not path:
            return "", "", []
        drv, root, rel = cls.parser.splitroot(path)
        return drv, root, [sys.intern(str(x)) for x in rel.split(cls.parser.sep) if x and x != "."]

    @property
    def _raw_path(self):
        paths = self._raw_paths
        if len(paths) == 1:
            return paths[0]
        if paths:
            return self.parser.join(*paths)
        return ""

    def _load(self):
        self._drv, self._root, self._tail_cached = self._parse_path(self._raw_path)

    @property
    def drive(self):
        try:
            return self._drv
        except AttributeError:
            self._load()
            return self._drv

    @property
    def root(self):
        try:
            return self._root
        except AttributeError:
            self._load()
            return self._root

    @property
    def _tail(self):
        try:
            return self._tail_cached
        except AttributeError:
            self._load()
            return self._tail_cached

    @property
    def anchor(self):
        return self.drive + self.root

    def _from_parsed_parts(self, drv, root, tail):
        path = self.with_segments(self._format_parsed_parts(drv, root, tail))
        path._str = self._format_parsed_parts(drv, root, tail) or "."
        path._drv = drv
        path._root = root
        path._tail_cached = list(tail)
        return path

    @classmethod
    def _format_parsed_parts(cls, drv, root, tail):
        if drv or root:
            return drv + root + cls.parser.sep.join(tail)
        return cls.parser.sep.join(tail)

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            self._str = self._format_parsed_parts(self.drive, self.root, self._tail) or "."
            return self._str

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return "{}({!r})".format(type(self).__name__, self.as_posix())

    def __reduce__(self):
        return self.__class__, tuple(self._raw_paths)

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return "file://" + quote_from_bytes(os.fsencode(self))

    @property
    def _key(self):
        return str(self)

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._key)
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key == other._key and self.parser is other.parser

    @property
    def _parts_key(self):
        return self._key.split(self.parser.sep)

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_key < other._parts_key

    def __le__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_key <= other._parts_key

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_key > other._parts_key

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_key >= other._parts_key

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    @property
    def parts(self):
        if self.drive or self.root:
            return (self.drive + self.root,) + tuple(self._tail)
        return tuple(self._tail)

    @property
    def parent(self):
        tail = self._tail
        if not tail:
            return self
        return self._from_parsed_parts(self.drive, self.root, tail[:-1])

    @property
    def parents(self):
        return _PathParents(self)

    @property
    def name(self):
        tail = self._tail
        return tail[-1] if tail else ""

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        sep = self.parser.sep
        if not name or sep in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        tail = self._tail.copy()
        if not tail:
            raise ValueError(f"{self!r} has an empty name")
        tail[-1] = name
        return self._from_parsed_parts(self.drive, self.root, tail)

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not (suffix.startswith(".") and len(suffix) > 1) or self.parser.sep in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def relative_to(self, other, *_deprecated, walk_up=False):
        if _deprecated:
            import warnings
            warnings._deprecated("pathlib.PurePath.relative_to(*args)",
                                 "support for supplying more than one positional argument to pathlib.PurePath.relative_to() is "
                                 "deprecated and scheduled for removal in Python 3.14", remove=(3, 14))
            other = self.with_segments(other, *_deprecated)
        elif not isinstance(other, PurePath):
            other = self.with_segments(other)
        for step, path in enumerate([other] + list(other.parents)):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        parts = [".."] * step + self._tail[len(path._tail):]
        return self._from_parsed_parts("", "", parts)

    def is_relative_to(self, other, *_deprecated):
        if not isinstance(other, PurePath):
            other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    def is_absolute(self):
        return self.parser.isabs(str(self))

    def is_reserved(self):
        return False

    def full_match(self, pattern, *, case_sensitive=None):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        case = True if case_sensitive is None else case_sensitive

        def match(parts, pats):
            if not pats:
                return not parts
            if pats[0] == "**":
                return any(match(parts[i:], pats[1:]) for i in range(len(parts) + 1))
            return bool(parts) and bool(_translate(pats[0], case)(parts[0])) and match(parts[1:], pats[1:])
        return self.anchor == pattern.anchor and match(self._tail, pattern._tail)

    def match(self, path_pattern, *, case_sensitive=None):
        if not isinstance(path_pattern, PurePath):
            path_pattern = self.with_segments(path_pattern)
        path_parts = self.parts[::-1]
        pattern_parts = path_pattern.parts[::-1]
        if not pattern_parts:
            raise ValueError("empty pattern")
        if len(path_parts) < len(pattern_parts):
            return False
        if len(path_parts) > len(pattern_parts) and path_pattern.anchor:
            return False
        case = True if case_sensitive is None else case_sensitive
        return all(_translate(pat, case)(part) for part, pat in zip(path_parts, pattern_parts))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation("PureWindowsPath is not available in pyasync")


class Path(PurePath):
    """A path of the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path[:3] == "///":
            path = path[2:]
        elif path[:12] == "//localhost/":
            path = path[11:]
        from urllib.parse import unquote_to_bytes
        path = cls(os.fsdecode(unquote_to_bytes(path)))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        try:
            self.stat(follow_symlinks=follow_symlinks)
        except OSError as e:
            if not _ignore_error(e):
                raise
            return False
        except ValueError:
            return False
        return True

    def _mode_is(self, test, follow_symlinks=True):
        try:
            return test(self.stat(follow_symlinks=follow_symlinks).st_mode)
        except OSError as e:
            if not _ignore_error(e):
                raise
            return False
        except ValueError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        return self._mode_is(_stat.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._mode_is(_stat.S_ISREG, follow_symlinks)

    def is_symlink(self):
        return self._mode_is(_stat.S_ISLNK, False)

    def is_mount(self):
        return os.path.ismount(self)

    def is_junction(self):
        return False

    def is_block_device(self):
        return self._mode_is(_stat.S_ISBLK)

    def is_char_device(self):
        return self._mode_is(_stat.S_ISCHR)

    def is_fifo(self):
        return self._mode_is(_stat.S_ISFIFO)

    def is_socket(self):
        return self._mode_is(_stat.S_ISSOCK)

    def samefile(self, other_path):
        st = self.stat()
        try:
            other_st = other_path.stat()
        except AttributeError:
            other_st = self.with_segments(other_path).stat()
        return os.path.samestat(st, other_st)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open(mode="rb", buffering=0) as f:
            return f.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open(mode="r", encoding=encoding, errors=errors, newline=newline) as f:
            return f.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open(mode="wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def iterdir(self):
        root_dir = str(self)
        names = os.listdir(root_dir)
        return (self._child(name) for name in names)

    def _child(self, name):
        return self._from_parsed_parts(self.drive, self.root, self._tail + [name])

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Yield the existing paths that match a pattern, relative to this one."""
        if not isinstance(pattern, PurePath):
            pattern = os.fspath(pattern)
            only_dirs = pattern.endswith("/")
            pattern = self.with_segments(pattern)
        else:
            only_dirs = False
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = pattern._tail.copy()
        if not parts:
            raise ValueError("Unacceptable pattern: {!r}".format(str(pattern)))
        return self._select(parts, only_dirs, True if case_sensitive is None else case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self.glob(self.with_segments("**", pattern), case_sensitive=case_sensitive, recurse_symlinks=recurse_symlinks)

    def _scan(self):
        try:
            with os.scandir(self) as entries:
                return list(entries)
        except OSError:
            return []

    def _select(self, parts, only_dirs, case, follow):
        if not parts:
            if not only_dirs or self.is_dir():
                yield self
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            while rest and rest[0] == "**":
                rest = rest[1:]
            seen = set()
            for folder in self._descend(follow):
                if not rest:
                    if folder._str_key() not in seen:
                        seen.add(folder._str_key())
                        yield folder
                    if not only_dirs:
                        for entry in folder._scan():
                            if not entry.is_dir(follow_symlinks=follow):
                                yield folder._child(entry.name)
                    continue
                for path in folder._select(rest, only_dirs, case, follow):
                    key = path._str_key()
                    if key not in seen:
                        seen.add(key)
                        yield path
        elif part == "..":
            yield from self._child(part)._select(rest, only_dirs, case, follow)
        elif not any(c in part for c in "*?[") and case:
            path = self._child(part)
            if path.exists(follow_symlinks=bool(rest)) or path.is_symlink() and not rest:
                yield from path._select(rest, only_dirs, case, follow)
        else:
            match = _translate(part, case)
            for entry in self._scan():
                if match(entry.name):
                    if rest or only_dirs:
                        try:
                            if not entry.is_dir():
                                continue
                        except OSError:
                            continue
                    yield from self._child(entry.name)._select(rest, only_dirs, case, follow)

    def _str_key(self):
        return str(self)

    def _descend(self, follow):
        if not self.is_dir():
            return
        stack = [self]
        while stack:
            folder = stack.pop()
            yield folder
            subs = []
            for entry in folder._scan():
                try:
                    if entry.is_dir(follow_symlinks=follow):
                        subs.append(folder._child(entry.name))
                except OSError:
                    pass
            stack.extend(reversed(subs))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for dirpath, dirnames, filenames in os.walk(self, top_down, on_error, follow_symlinks):
            yield self.with_segments(dirpath), dirnames, filenames

    def absolute(self):
        if self.is_absolute():
            return self
        return self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(self, strict=strict))

    def owner(self, *, follow_symlinks=True):
        uid = str(self.stat(follow_symlinks=follow_symlinks).st_uid)
        return _lookup("/etc/passwd", uid)

    def group(self, *, follow_symlinks=True):
        gid = str(self.stat(follow_symlinks=follow_symlinks).st_gid)
        return _lookup("/etc/group", gid)

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        fd = os.open(self, flags, mode)
        os.close(fd)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    def expanduser(self):
        tail = self._tail
        if not (self.drive or self.root) and tail and tail[0][:1] == "~":
            homedir = os.path.expanduser(tail[0])
            if homedir[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self.with_segments(homedir, *tail[1:])
        return self


def _lookup(file, number):
    with open(file, encoding="utf-8") as f:
        for line in f:
            parts = line.split(":")
            if len(parts) > 2 and parts[2] == number:
                return parts[0]
    raise KeyError(f"id not found: {number}")


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")
