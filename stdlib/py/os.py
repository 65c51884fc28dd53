"""The operating system: files, processes, the environment."""

import sys
import abc
import stat as st
import posix
from posix import *
from posix import _exit, _have_functions
import posixpath as path

sys.modules["os.path"] = path
from os.path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name = "posix"
linesep = "\n"
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1

__all__ = ["altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path", "devnull", "SEEK_SET", "SEEK_CUR",
           "SEEK_END", "fsencode", "fsdecode", "get_exec_path", "fdopen", "extsep", "makedirs", "removedirs", "renames", "walk",
           "fwalk", "execl", "execle", "execlp", "execlpe", "execvp", "execvpe", "environ", "environb", "getenv", "getenvb",
           "supports_bytes_environ", "popen", "spawnv", "spawnl", "PathLike", "add_dll_directory", "_exit", "process_cpu_count"]
__all__ += ["spawnve", "spawnvp", "spawnvpe", "spawnle", "spawnlp", "spawnlpe"]
__all__.remove("add_dll_directory")
__all__.extend(n for n in dir(posix) if n[0] != "_" and n not in ("environ",))

supports_dir_fd = {access, chmod, chown, link, lstat, mkdir, mkfifo, mknod, open, readlink, rename, rmdir, stat, symlink, unlink, utime}
supports_effective_ids = set()
supports_fd = {stat, listdir, scandir, chdir, chmod, chown, truncate, utime, statvfs, getxattr, setxattr, removexattr, listxattr, pathconf}
supports_follow_symlinks = {stat, utime, chown, getxattr, setxattr, removexattr, listxattr}
supports_bytes_environ = True


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _split(name):
    """The folder above name, and the last part of name, whether or not it ends in a slash."""
    head, tail = path.split(name)
    return (head, tail) if tail else path.split(head)


def _parents(name):
    """Yield the folders above name, nearest first, as far as name tells of them."""
    head, tail = _split(name)
    while head and tail:
        yield head
        head, tail = path.split(head)


def _ends_here(name):
    return _split(name)[1] in (".", b".")


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and those above it."""
    missing = []
    for parent in _parents(name):
        if path.exists(parent):
            break
        missing.append(parent)
    for parent in reversed(missing):
        try:
            # What ends in a dot is there with what is above it.
            _ends_here(parent) or mkdir(parent)
        except OSError as error:
            # Somebody else may have been faster.
            if not isinstance(error, FileExistsError) and not (exist_ok and path.isdir(parent)):
                raise
    if missing and _ends_here(name):
        return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove an empty folder, and those above it as far as they get empty."""
    rmdir(name)
    _remove_empty(_parents(name))


def _remove_empty(folders):
    try:
        for folder in folders:
            rmdir(folder)
    except OSError:
        # The first that is not empty, and with it all above.
        pass


def renames(old, new):
    """Rename, making the folders above new, and removing those above old that get empty."""
    above = path.split(new)[0]
    if above and not path.exists(above):
        makedirs(above)
    rename(old, new)
    above, last = path.split(old)
    if above and last:
        _remove_empty((above, *_parents(above)))


_walk_symlinks_as_files = object()  # followlinks that takes links to folders for files, which they are to pathlib


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yield (folder, folder names, file names) for a tree."""
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, nondirs, walk_dirs = [], [], []
        try:
            entries = scandir(top)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        with entries:
            for entry in entries:
                try:
                    is_dir = entry.is_dir(follow_symlinks=followlinks is not _walk_symlinks_as_files)
                except OSError:
                    is_dir = False
                (dirs if is_dir else nondirs).append(entry.name)
                if not topdown and is_dir and (followlinks or not entry.is_symlink()):
                    walk_dirs.append(entry.path)
        if topdown:
            yield top, dirs, nondirs
            for dirname in reversed(dirs):
                new_path = path.join(top, dirname)
                if followlinks or not path.islink(new_path):
                    stack.append(new_path)
        else:
            stack.append((top, dirs, nondirs))
            stack.extend(reversed(walk_dirs))


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Yield (folder, folder names, file names, descriptor of the folder) for a tree."""
    top = fspath(top)
    before = None if follow_symlinks else stat(top, follow_symlinks=False, dir_fd=dir_fd)
    fd = open(top, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    try:
        if before is None or st.S_ISDIR(before.st_mode) and path.samestat(before, stat(fd)):
            yield from _fwalk(fd, top, isinstance(top, bytes), topdown, onerror, follow_symlinks)
    finally:
        close(fd)


def _fwalk(fd, top, is_bytes, topdown, onerror, follow_symlinks):
    dirs, nondirs = [], []
    with scandir(fd) as entries:
        for entry in entries:
            name = fsencode(entry.name) if is_bytes else entry.name
            try:
                (dirs if entry.is_dir() else nondirs).append(name)
            except OSError:
                try:
                    if entry.is_symlink():
                        nondirs.append(name)
                except OSError:
                    pass
    if topdown:
        yield top, dirs, nondirs, fd
    for name in dirs if topdown else list(dirs):
        yield from _fwalk_below(fd, name, path.join(top, name), is_bytes, topdown, onerror, follow_symlinks)
    if not topdown:
        yield top, dirs, nondirs, fd


def _fwalk_below(parent, name, full, is_bytes, topdown, onerror, follow_symlinks):
    try:
        before = None if follow_symlinks else stat(name, dir_fd=parent, follow_symlinks=False)
        fd = open(name, O_RDONLY | O_NONBLOCK, dir_fd=parent)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    try:
        if before is None or path.samestat(before, stat(fd)):
            yield from _fwalk(fd, full, is_bytes, topdown, onerror, follow_symlinks)
    finally:
        close(fd)


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    _execvpe(file, args, environ)


def execvpe(file, args, env):
    _execvpe(file, args, env)


def _execvpe(file, args, env=None):
    if path.dirname(file):
        execve(file, args, env)
        return
    saved = None
    for folder in get_exec_path(env):
        try:
            execve(path.join(folder, file), args, env)
        except (FileNotFoundError, NotADirectoryError) as e:
            last = e
        except OSError as e:
            last = e
            if saved is None:
                saved = e
    raise saved or last


def get_exec_path(env=None):
    """The folders in which a program is looked for."""
    if env is None:
        env = environ
    found = env.get("PATH")
    if isinstance(env, dict) and b"PATH" in env:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = env[b"PATH"]
    if found is None:
        found = defpath
    if isinstance(found, bytes):
        found = fsdecode(found)
    return found.split(pathsep)


class PathLike(abc.ABC):
    """Objects with __fspath__()."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in subclass.__mro__:
                if "__fspath__" in base.__dict__:
                    return base.__dict__["__fspath__"] is not None
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


PathLike.register(DirEntry)


class _Environ(metaclass=abc.ABCMeta):
    """The environment as a mapping of str, or of bytes, to which changes go through."""

    # A MutableMapping by registration, not by inheritance: nearly every program imports os, few need the abstract
    # classes, which take longer to make than the rest of this module.

    __reversed__ = None
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self._data = data
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue

    def __getitem__(self, key):
        encoded = self.encodekey(key)
        if encoded not in self._data:
            raise KeyError(key) from None
        return self.decodevalue(self._data[encoded])

    def __setitem__(self, key, value):
        encoded = self.encodekey(key), self.encodevalue(value)
        putenv(*encoded)
        self._data.update([encoded])

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ", ".join(f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}" for key, value in self._data.items())
        return f"environ({{{items}}})"

    def __contains__(self, key):
        return self.encodekey(key) in self._data

    def get(self, key, default=None):
        """Return the value of key, or default if there is none."""
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        """Return the keys as a set that changes with the mapping."""
        from _collections_abc import KeysView
        return KeysView(self)

    def values(self):
        """Return the values as a collection that changes with the mapping."""
        from _collections_abc import ValuesView
        return ValuesView(self)

    def items(self):
        """Return the (key, value) pairs as a set that changes with the mapping."""
        from _collections_abc import ItemsView
        return ItemsView(self)

    def __eq__(self, other):
        return dict(self) == dict(other) if _is_mapping(other) else NotImplemented

    __marker = object()

    def pop(self, key, default=__marker):
        """Remove key and return its value, or default if there is none; KeyError without default."""
        try:
            value = self[key]
        except KeyError:
            if default is not self.__marker:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        """Remove some (key, value) pair and return it; KeyError if there is none."""
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError from None

    def clear(self):
        """Remove all items."""
        while self._data:
            self.popitem()

    def update(self, other=(), /, **kwds):
        """Take the items of a mapping or of an iterable of pairs, and of keywords."""
        pairs = other
        if _is_mapping(other) or hasattr(other, "keys"):
            pairs = ((key, other[key]) for key in (other if _is_mapping(other) else other.keys()))
        for source in (pairs, kwds.items()):
            for key, value in source:
                self[key] = value

    def setdefault(self, key, value):
        # What is returned went through the encoding, too.
        if key not in self:
            self[key] = value
        return self[key]

    # Copies are plain dicts.

    def copy(self):
        return dict(self)

    def __or__(self, other):
        return {**self, **other} if _is_mapping(other) else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if _is_mapping(other) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _is_mapping(x):
    if isinstance(x, (dict, _Environ)):
        return True
    from _collections_abc import Mapping
    return isinstance(x, Mapping)


if "_collections_abc" in sys.modules:       # which else does this itself
    sys.modules["_collections_abc"].MutableMapping.register(_Environ)


def _encode(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode("utf-8", "surrogateescape")


def _decode(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


environ = _Environ(posix.environ, _encode, _decode, _encode, _decode)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def process_cpu_count():
    """The number of processors this process may use."""
    return len(sched_getaffinity(0))


def popen(cmd, mode="r", buffering=-1):
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering in (0, None):
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    if mode == "r":
        proc = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _wrap_close(proc.stdout, proc)
    proc = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _wrap_close(proc.stdin, proc)


class _wrap_close:
    """The pipe of popen(); closing it waits for the command and gives its status as wait() does."""

    def __init__(self, stream, proc):
        self._stream, self._proc = stream, proc

    def close(self):
        self._stream.close()
        return self._proc.wait() << 8 or None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def spawnv(mode, file, args):
    return _spawn(mode, file, args, environ)


def spawnve(mode, file, args, env):
    return _spawn(mode, file, args, env)


def spawnvp(mode, file, args):
    return _spawn(mode, file, args, environ, posix_spawnp)


def spawnvpe(mode, file, args, env):
    return _spawn(mode, file, args, env, posix_spawnp)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    return spawnvpe(mode, file, args[:-1], args[-1])


def _spawn(mode, file, args, env, start=posix_spawn):
    """Start a program; its exit code, or its number if it is not waited for."""
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    try:
        pid = start(file, args, env)
    except OSError:
        if mode != P_WAIT:
            raise
        return 127          # what the child of a fork would have ended with
    if mode == P_NOWAIT:
        return pid
    while True:
        _, status = waitpid(pid, 0)
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)
