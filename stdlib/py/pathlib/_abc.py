"""What paths can do on the basis of a few methods: the classes below those of pathlib, and of file systems of one's own."""

import functools
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK
from ._select import Selector, matcher

__all__ = ["UnsupportedOperation"]

_IGNORED_ERRNOS = (ENOENT, ENOTDIR, EBADF, ELOOP)


def _ignore_error(exception):
    """Whether an error says that there is no such file."""
    return getattr(exception, "errno", None) in _IGNORED_ERRNOS


@functools.cache
def _is_case_sensitive(parser):
    return parser.normcase("Aa") == "Aa"


class UnsupportedOperation(NotImplementedError):
    """The operation does not exist for this kind of path."""


def _unsupported(name):
    """A method that a class derived from this one may have."""
    def method(self, *args, **kwargs):
        raise UnsupportedOperation(self._unsupported_msg(name + "()"))
    method.__name__ = method.__qualname__ = name
    return method


class ParserBase:
    """The functions of os.path that the classes below need."""

    @classmethod
    def _unsupported_msg(cls, attribute):
        return f"{cls.__name__}.{attribute} is unsupported"

    @property
    def sep(self):
        raise UnsupportedOperation(self._unsupported_msg("sep"))

    join = _unsupported("join")
    split = _unsupported("split")
    splitdrive = _unsupported("splitdrive")
    normcase = _unsupported("normcase")
    isabs = _unsupported("isabs")


class PurePathBase:
    """A path, as text: nothing here asks the file system."""

    # _resolving: resolve() is at work on the path, which so need not be resolved again.
    __slots__ = ("_raw_path", "_resolving")
    parser = ParserBase()
    _selector = Selector

    def __init__(self, path, *paths):
        self._raw_path = self.parser.join(path, *paths) if paths else path
        if not isinstance(self._raw_path, str):
            raise TypeError(f"path should be a str, not {type(self._raw_path).__name__!r}")
        self._resolving = False

    def with_segments(self, *pathsegments):
        """A path of the same kind. Subclasses may pass on what they hold besides."""
        return type(self)(*pathsegments)

    def __str__(self):
        return self._raw_path

    def as_posix(self):
        return str(self).replace(self.parser.sep, "/")

    @property
    def _stack(self):
        """The anchor, and the parts after it, last first."""
        split = self.parser.split
        path, parts = self._raw_path, []
        while True:
            parent, name = split(path)
            if parent == path:
                return path, parts
            parts.append(name)
            path = parent

    @property
    def anchor(self):
        return self._stack[0]

    @property
    def drive(self):
        return self.parser.splitdrive(self.anchor)[0]

    @property
    def root(self):
        return self.parser.splitdrive(self.anchor)[1]

    @property
    def name(self):
        return self.parser.split(self._raw_path)[1]

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    def with_name(self, name):
        split = self.parser.split
        if split(name)[0]:
            raise ValueError(f"Invalid name {name!r}")
        return self.with_segments(split(self._raw_path)[0], name)

    def with_stem(self, stem):
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and (suffix == "." or not suffix.startswith(".")):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def _beyond(self, other):
        """(parts of self, parts of other) after what they have in common, last first; None with different anchors."""
        anchor, mine = self._stack
        other_anchor, others = other._stack
        if anchor != other_anchor:
            return None
        while mine and others and mine[-1] == others[-1]:
            mine.pop()
            others.pop()
        return mine, [part for part in others if part and part != "."]

    def relative_to(self, other, *, walk_up=False):
        if not isinstance(other, PurePathBase):
            other = self.with_segments(other)
        beyond = self._beyond(other)
        if beyond is None:
            raise ValueError(f"{self._raw_path!r} and {other._raw_path!r} have different anchors")
        mine, others = beyond
        for part in others:
            if not walk_up:
                raise ValueError(f"{self._raw_path!r} is not in the subpath of {other._raw_path!r}")
            if part == "..":
                raise ValueError(f"'..' segment in {other._raw_path!r} cannot be walked")
            mine.append("..")
        return self.with_segments("", *reversed(mine))

    def is_relative_to(self, other):
        if not isinstance(other, PurePathBase):
            other = self.with_segments(other)
        beyond = self._beyond(other)
        return beyond is not None and not beyond[1]

    @property
    def parts(self):
        anchor, parts = self._stack
        if anchor:
            parts.append(anchor)
        return tuple(reversed(parts))

    def joinpath(self, *pathsegments):
        return self.with_segments(self._raw_path, *pathsegments)

    def _joined(self, *segments):
        try:
            return self.with_segments(*segments)
        except TypeError:
            return NotImplemented

    def __truediv__(self, key):
        return self._joined(self._raw_path, key)

    def __rtruediv__(self, key):
        return self._joined(key, self._raw_path)

    @property
    def parent(self):
        parent = self.parser.split(self._raw_path)[0]
        if parent == self._raw_path:
            return self
        parent = self.with_segments(parent)
        parent._resolving = self._resolving
        return parent

    @property
    def parents(self):
        split = self.parser.split
        path, parents = self._raw_path, []
        while (parent := split(path)[0]) != path:
            parents.append(self.with_segments(parent))
            path = parent
        return tuple(parents)

    def is_absolute(self):
        return self.parser.isabs(self._raw_path)

    @property
    def _pattern_str(self):
        """The text that patterns are matched with."""
        return str(self)

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the last parts match a pattern; all of them must if it is absolute."""
        if not isinstance(path_pattern, PurePathBase):
            path_pattern = self.with_segments(path_pattern)
        if case_sensitive is None:
            case_sensitive = _is_case_sensitive(self.parser)
        parts, patterns = self.parts[::-1], path_pattern.parts[::-1]
        if not patterns:
            raise ValueError("empty pattern")
        if len(parts) < len(patterns) or len(parts) > len(patterns) and path_pattern.anchor:
            return False
        sep = path_pattern.parser.sep
        return all(matcher(pattern, sep, case_sensitive, False)(part) for part, pattern in zip(parts, patterns))

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the whole path matches a pattern, in which ** stands for any number of parts."""
        if not isinstance(pattern, PurePathBase):
            pattern = self.with_segments(pattern)
        if case_sensitive is None:
            case_sensitive = _is_case_sensitive(self.parser)
        return matcher(pattern._pattern_str, pattern.parser.sep, case_sensitive)(self._pattern_str) is not None


class PathBase(PurePathBase):
    """A path of some file system, which the methods that are unsupported here ask."""

    __slots__ = ()
    _max_symlinks = 40

    @classmethod
    def _unsupported_msg(cls, attribute):
        return f"{cls.__name__}.{attribute} is unsupported"

    stat = _unsupported("stat")
    open = _unsupported("open")
    iterdir = _unsupported("iterdir")
    absolute = _unsupported("absolute")
    expanduser = _unsupported("expanduser")
    readlink = _unsupported("readlink")
    readlink._supported = False
    symlink_to = _unsupported("symlink_to")
    hardlink_to = _unsupported("hardlink_to")
    touch = _unsupported("touch")
    mkdir = _unsupported("mkdir")
    rename = _unsupported("rename")
    replace = _unsupported("replace")
    chmod = _unsupported("chmod")
    unlink = _unsupported("unlink")
    rmdir = _unsupported("rmdir")
    owner = _unsupported("owner")
    group = _unsupported("group")
    as_uri = _unsupported("as_uri")
    from_uri = classmethod(_unsupported("from_uri"))

    def lstat(self):
        return self.stat(follow_symlinks=False)

    def _mode_is(self, test, follow_symlinks=True):
        """Whether the file is there and its mode passes a test."""
        try:
            # Without the argument where it is the default, since a file system may do without it.
            st = self.stat() if follow_symlinks else self.stat(follow_symlinks=False)
        except OSError as e:
            if not _ignore_error(e):
                raise
            return False
        except ValueError:
            return False
        return test(st.st_mode)

    def exists(self, *, follow_symlinks=True):
        return self._mode_is(lambda mode: True, follow_symlinks)

    def is_dir(self, *, follow_symlinks=True):
        return self._mode_is(S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._mode_is(S_ISREG, follow_symlinks)

    def is_symlink(self):
        return self._mode_is(S_ISLNK, False)

    def is_mount(self):
        """A folder on another device than the one it is in, or the root."""
        if not self.exists() or not self.is_dir():
            return False
        try:
            here, above = self.stat(), self.parent.stat()
        except OSError:
            return False
        return here.st_dev != above.st_dev or here.st_ino == above.st_ino

    def is_junction(self):
        return False

    def is_block_device(self):
        return self._mode_is(S_ISBLK)

    def is_char_device(self):
        return self._mode_is(S_ISCHR)

    def is_fifo(self):
        return self._mode_is(S_ISFIFO)

    def is_socket(self):
        return self._mode_is(S_ISSOCK)

    def samefile(self, other_path):
        st = self.stat()
        try:
            other = other_path.stat()
        except AttributeError:
            other = self.with_segments(other_path).stat()
        return st.st_ino == other.st_ino and st.st_dev == other.st_dev

    def read_bytes(self):
        with self.open(mode="rb") as f:
            return f.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open(mode="r", encoding=encoding, errors=errors, newline=newline) as f:
            return f.read()

    def write_bytes(self, data):
        view = memoryview(data)  # an error for anything else, before the file is emptied
        with self.open(mode="wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def _selection(self, path, parts, case_sensitive, recurse_symlinks):
        pedantic = case_sensitive is not None
        if not pedantic:
            case_sensitive = _is_case_sensitive(self.parser)
        return self._selector(self.parser.sep, case_sensitive, pedantic, recurse_symlinks).select(path, parts)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=True):
        """Yield the existing paths that match a pattern, relative to this one."""
        if not isinstance(pattern, PurePathBase):
            pattern = self.with_segments(pattern)
        anchor, parts = pattern._stack
        if anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self._selection(self, parts[::-1], case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=True):
        """glob in all folders below this one."""
        if not isinstance(pattern, PurePathBase):
            pattern = self.with_segments(pattern)
        return self.glob("**" / pattern, case_sensitive=case_sensitive, recurse_symlinks=recurse_symlinks)

    def _sorted_children(self, follow_symlinks):
        """(paths of folders, names of the rest)"""
        folders, names = [], []
        for child in self.iterdir():
            try:
                is_dir = child.is_dir(follow_symlinks=follow_symlinks)
            except OSError:
                is_dir = False
            folders.append(child) if is_dir else names.append(child.name)
        return folders, names

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Yield (path, names of folders, names of the rest) for all folders of the tree."""
        waiting = [self]
        while waiting:
            path = waiting.pop()
            if isinstance(path, tuple):  # a folder after its subfolders
                yield path
                continue
            try:
                folders, filenames = path._sorted_children(follow_symlinks)
            except OSError as e:
                if on_error is not None:
                    on_error(e)
                continue
            dirnames = [folder.name for folder in folders]
            if top_down:
                yield path, dirnames, filenames
                waiting += [path.joinpath(name) for name in reversed(dirnames)]
            else:
                waiting.append((path, dirnames, filenames))
                waiting += folders

    @classmethod
    def cwd(cls):
        return cls("").absolute()

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def resolve(self, strict=False):
        """The path, absolute, without symbolic links and ".."."""
        if self._resolving:
            return self
        root, todo = self._stack
        try:
            root, done = self.with_segments(root).absolute()._stack
            done.reverse()
        except UnsupportedOperation:
            done = []
        asking = strict or getattr(self.readlink, "_supported", True)
        links = 0
        while todo:
            part = todo.pop()
            if not part or part == ".":
                continue
            if part == ".." and (done and done[-1] != ".." or not done and root):
                if done:
                    done.pop()
                continue
            done.append(part)
            if not asking or part == "..":
                continue
            path = self.with_segments(root + self.parser.sep.join(done))
            path._resolving = True
            try:
                mode = path.stat(follow_symlinks=False).st_mode
                if S_ISLNK(mode):
                    links += 1
                    if links >= self._max_symlinks:
                        raise OSError(ELOOP, "Too many symbolic links in path", self._raw_path)
                    target_root, parts = path.readlink()._stack
                    if target_root:
                        root, done = target_root, []
                    else:
                        done.pop()
                    todo += parts
                elif todo and not S_ISDIR(mode):
                    raise NotADirectoryError(ENOTDIR, "Not a directory", self._raw_path)
            except OSError:
                if strict:
                    raise
                asking = False
        return self.with_segments(root + self.parser.sep.join(done))

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)
