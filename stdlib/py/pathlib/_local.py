"""The paths of this system, and of Windows as far as they are text."""

import io
import ntpath
import os
import posixpath
import sys
from _collections_abc import Sequence
from ._abc import PathBase, PurePathBase, UnsupportedOperation
from ._select import StringSelector

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


class _PathParents(Sequence):
    """The parents of a path, nearest first."""

    __slots__ = ("_path", "_drv", "_root", "_tail")

    def __init__(self, path):
        self._path, self._drv, self._root, self._tail = path, path.drive, path.root, path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, idx):
        n = len(self)
        if isinstance(idx, slice):
            return tuple([self[i] for i in range(*idx.indices(n))])
        if idx >= n or idx < -n:
            raise IndexError(idx)
        idx %= n
        return self._path._from_parsed_parts(self._drv, self._root, self._tail[:-idx - 1])

    def __repr__(self):
        return "<{}.parents>".format(type(self._path).__name__)


class PurePath(PurePathBase):
    """A path, as text: nothing here asks the file system."""

    # _raw_paths are the texts as given; all others are made of them when they are asked for.
    __slots__ = ("_raw_paths", "_drv", "_root", "_tail_cached", "_str", "_str_normcase_cached", "_parts_normcase_cached", "_hash")
    parser = os.path
    _selector = StringSelector

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        paths = []
        for arg in args:
            if isinstance(arg, PurePath):
                raw = arg._raw_paths
                if arg.parser is ntpath and self.parser is posixpath:
                    raw = [path.replace("\\", "/") for path in raw]
                paths.extend(raw)
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

    @classmethod
    def _parse_path(cls, path):
        """(drive, root, the parts after them)"""
        if not path:
            return "", "", []
        sep, altsep = cls.parser.sep, cls.parser.altsep
        if altsep:
            path = path.replace(altsep, sep)
        drv, root, rel = cls.parser.splitroot(path)
        if not root and drv.startswith(sep) and not drv.endswith(sep):
            # A share without anything after it has a root nevertheless.
            parts = drv.split(sep)
            if len(parts) == 4 and parts[2] not in "?." or len(parts) == 6:
                root = sep
        return drv, root, [sys.intern(str(x)) for x in rel.split(sep) if x and x != "."]

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
        path = self._from_parsed_string(self._format_parsed_parts(drv, root, tail))
        path._drv = drv
        path._root = root
        path._tail_cached = tail
        return path

    def _from_parsed_string(self, path_str):
        path = self.with_segments(path_str)
        path._str = path_str or "."
        return path

    @classmethod
    def _format_parsed_parts(cls, drv, root, tail):
        sep = cls.parser.sep
        if drv or root:
            return drv + root + sep.join(tail)
        if tail and cls.parser.splitdrive(tail[0])[0]:
            return "." + sep + sep.join(tail)  # what looks like a drive is none
        return sep.join(tail)

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

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        drive = self.drive
        if drive[1:] == ":":
            prefix, path = "file:///" + drive, self.as_posix()[2:]
        elif drive:
            prefix, path = "file:", self.as_posix()
        else:
            prefix, path = "file://", str(self)
        from urllib.parse import quote_from_bytes
        return prefix + quote_from_bytes(os.fsencode(path))

    @property
    def _str_normcase(self):
        """The text by which paths compare."""
        try:
            return self._str_normcase_cached
        except AttributeError:
            text = str(self)
            self._str_normcase_cached = text if self.parser is posixpath else text.lower()
            return self._str_normcase_cached

    @property
    def _parts_normcase(self):
        try:
            return self._parts_normcase_cached
        except AttributeError:
            self._parts_normcase_cached = self._str_normcase.split(self.parser.sep)
            return self._parts_normcase_cached

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = value = hash(self._str_normcase)
        return value

    def __eq__(self, other):
        if isinstance(other, PurePath):
            return self.parser is other.parser and self._str_normcase == other._str_normcase
        return NotImplemented

    def _comparable(self, other):
        return isinstance(other, PurePath) and self.parser is other.parser

    def __lt__(self, other):
        return self._parts_normcase < other._parts_normcase if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._parts_normcase > other._parts_normcase if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._parts_normcase <= other._parts_normcase if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._parts_normcase >= other._parts_normcase if self._comparable(other) else NotImplemented

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

    def with_name(self, name):
        sep, altsep = self.parser.sep, self.parser.altsep
        if not name or sep in name or altsep and altsep in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        tail = self._tail.copy()
        if not tail:
            raise ValueError(f"{self!r} has an empty name")
        tail[-1] = name
        return self._from_parsed_parts(self.drive, self.root, tail)

    def _other(self, method, what, other, more):
        """The path that a method compares with, which used to come in pieces."""
        if more:
            import warnings
            warnings.warn(f"support for supplying more than one {what}argument to pathlib.PurePath.{method}() is deprecated "
                          "and scheduled for removal in Python 3.14", DeprecationWarning, stacklevel=3)
            return self.with_segments(other, *more)
        return other if isinstance(other, PurePath) else self.with_segments(other)

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self._other("relative_to", "positional ", other, _deprecated)
        for step, path in enumerate((other, *other.parents)):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._from_parsed_parts("", "", [".."] * step + self._tail[len(path._tail):])

    def is_relative_to(self, other, /, *_deprecated):
        other = self._other("is_relative_to", "", other, _deprecated)
        return other == self or other in self.parents

    def is_absolute(self):
        if self.parser is posixpath:
            return any(path.startswith("/") for path in self._raw_paths)
        return self.parser.isabs(self)

    def is_reserved(self):
        import warnings
        warnings.warn("pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. Use "
                      "os.path.isreserved() to detect reserved paths on Windows.", DeprecationWarning, stacklevel=2)
        return self.parser is ntpath and self.parser.isreserved(self)

    @property
    def _pattern_str(self):
        text = str(self)
        return "" if text == "." else text


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    parser = posixpath
    __slots__ = ()


class PureWindowsPath(PurePath):
    parser = ntpath
    __slots__ = ()


class Path(PathBase, PurePath):
    """A path of the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        if kwargs:
            import warnings
            warnings._deprecated("pathlib.PurePath(**kwargs)", "support for supplying keyword arguments to pathlib.PurePath is "
                                 "deprecated and scheduled for removal in Python {remove}", remove=(3, 14))
        super().__init__(*args)

    as_uri = PurePath.as_uri

    @classmethod
    def _unsupported_msg(cls, attribute):
        return f"{cls.__name__}.{attribute} is unsupported on this system"

    @classmethod
    def from_uri(cls, uri):
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path[:3] == "///":
            path = path[2:]
        elif path[:12] == "//localhost/":
            path = path[11:]
        if path[:3] == "///" or path[:1] == "/" and path[2:3] in ":|":
            path = path[1:]
        if path[1:2] == "|":
            path = path[:1] + ":" + path[2:]
        from urllib.parse import unquote_to_bytes
        path = cls(os.fsdecode(unquote_to_bytes(path)))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def is_mount(self):
        return os.path.ismount(self)

    def is_junction(self):
        return os.path.isjunction(self)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        return PathBase.read_text(self, io.text_encoding(encoding), errors, newline)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        return PathBase.write_text(self, data, io.text_encoding(encoding), errors, newline)

    def _found(self, root, texts):
        """Paths of what a scan of a folder found; the folder "." is not part of them."""
        return map(self._from_parsed_string, texts if root != "." else (text[2:] for text in texts))

    def iterdir(self):
        root = str(self)
        with os.scandir(root) as entries:
            texts = [entry.path for entry in entries]
        return self._found(root, texts)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Yield the existing paths that match a pattern, relative to this one."""
        sys.audit("pathlib.Path.glob", self, pattern)
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = pattern._tail.copy()
        if not parts:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        if pattern._raw_path[-1] in (self.parser.sep, self.parser.altsep):
            parts.append("")  # folders only
        root = str(self)
        texts = self._selection(root, parts, case_sensitive, recurse_symlinks)
        if parts[-1] in ("", "**"):
            texts = self._without_slash(texts)
        return self._found(root, texts)

    def _without_slash(self, texts):
        shortest = len(self.anchor)
        for text in texts:
            yield text[:-1] if len(text) > shortest and text[-1] == self.parser.sep else text

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """glob in all folders below this one."""
        sys.audit("pathlib.Path.rglob", self, pattern)
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        return self.glob("**" / pattern, case_sensitive=case_sensitive, recurse_symlinks=recurse_symlinks)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Yield (path, names of folders, names of the rest) for all folders of the tree."""
        sys.audit("pathlib.Path.walk", self, on_error, follow_symlinks)
        root = str(self)
        if not follow_symlinks:
            follow_symlinks = os._walk_symlinks_as_files
        for text, dirnames, filenames in os.walk(root, top_down, on_error, follow_symlinks):
            yield self._from_parsed_string(text[2:] if root == "." else text), dirnames, filenames

    def absolute(self):
        if self.is_absolute():
            return self
        cwd = os.getcwd()
        if not self._tail:
            return self._from_parsed_string(cwd)
        drive, root, rel = os.path.splitroot(cwd)
        return self._from_parsed_parts(drive, root, (rel.split(self.parser.sep) if rel else []) + self._tail)

    def resolve(self, strict=False):
        """The path, absolute, without symbolic links and ".."."""
        return self.with_segments(os.path.realpath(self, strict=strict))

    def owner(self, *, follow_symlinks=True):
        import pwd
        return pwd.getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name

    def group(self, *, follow_symlinks=True):
        import grp
        return grp.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                return os.utime(self, None)
            except OSError:
                pass        # mostly there is none yet
        exclusive = 0 if exist_ok else os.O_EXCL
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | exclusive, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if self.parent == self or not parents:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not (exist_ok and self.is_dir()):
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

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
            drv, root, home = self._parse_path(homedir)
            return self._from_parsed_parts(drv, root, home + tail[1:])
        return self


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")
