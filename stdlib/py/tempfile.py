"""Temporary files and folders."""

import errno as _errno
import io as _io
import os as _os
import shutil as _shutil
import sys as _sys
import types as _types
import warnings as _warnings
import weakref as _weakref
from random import Random as _Random

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp",
           "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None

_text_openflags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW
_bin_openflags = _text_openflags


class _RandomNameSequence:
    """Endless names that cannot be guessed."""

    characters = "abcdefghijklmnopqrstuvwxyz0123456789_"

    @property
    def rng(self):
        pid = _os.getpid()
        if pid != getattr(self, "_rng_pid", None):
            self._rng, self._rng_pid = _Random(), pid
        return self._rng

    def __iter__(self):
        return self

    def __next__(self):
        return "".join(self.rng.choices(self.characters, k=8))


_name_sequence = None


def _get_candidate_names():
    global _name_sequence
    if _name_sequence is None:
        _name_sequence = _RandomNameSequence()
    return _name_sequence


def gettempprefix():
    return _os.fsdecode(template)


def gettempprefixb():
    return _os.fsencode(template)


def _candidate_tempdir_list():
    """The folders to try, best first."""
    folders = [folder for name in ("TMPDIR", "TEMP", "TMP") if (folder := _os.getenv(name))]
    folders += ["/tmp", "/var/tmp", "/usr/tmp"]
    try:
        folders.append(_os.getcwd())
    except OSError:
        folders.append(_os.curdir)
    return folders


def _is_usable(folder):
    """Whether a file can be written there."""
    names = _RandomNameSequence()
    for _ in range(100):
        name = _os.path.join(folder, next(names))
        try:
            fd = _os.open(name, _bin_openflags, 0o600)
        except FileExistsError:
            continue
        except OSError:
            return False
        try:
            try:
                try:
                    _os.write(fd, b"blat")
                finally:
                    _os.close(fd)
            finally:
                _os.unlink(name)
        except OSError:
            return False
        return True
    return False


def _get_default_tempdir():
    folders = _candidate_tempdir_list()
    for folder in folders:
        if folder != _os.curdir:
            folder = _os.path.abspath(folder)
        if _is_usable(folder):
            return folder
    raise FileNotFoundError(_errno.ENOENT, "No usable temporary directory found in %s" % folders)


def _gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return tempdir


def gettempdir():
    return _os.fsdecode(_gettempdir())


def gettempdirb():
    return _os.fsencode(_gettempdir())


def _infer_return_type(*args):
    """str or bytes, as the arguments are; without any, as tempdir is."""
    kinds = {bytes if isinstance(_os.fspath(arg) if isinstance(arg, _os.PathLike) else arg, bytes) else str
             for arg in args if arg is not None}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    if kinds:
        return kinds.pop()
    return str if tempdir is None or isinstance(tempdir, str) else bytes


def _sanitize_params(prefix, suffix, dir):
    kind = _infer_return_type(prefix, suffix, dir)
    of_kind = _os.fsdecode if kind is str else _os.fsencode
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = of_kind(template)
    if dir is None:
        dir = of_kind(_gettempdir())
    return prefix, suffix, dir, kind


def _candidates(prefix, suffix, dir, kind):
    """Paths for a new file or folder, as many as are tried."""
    names = _get_candidate_names()
    for _ in range(TMP_MAX):
        name = next(names)
        yield _os.path.join(dir, prefix + (_os.fsencode(name) if kind is bytes else name) + suffix)


def _mkstemp_inner(dir, pre, suf, flags, output_type):
    for file in _candidates(pre, suf, _os.path.abspath(dir), output_type):
        _sys.audit("tempfile.mkstemp", file)
        try:
            return _os.open(file, flags, 0o600), file
        except FileExistsError:
            continue
    raise FileExistsError(_errno.EEXIST, "No usable temporary file name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make a file that only the user can read; return (descriptor, path)."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    return _mkstemp_inner(dir, prefix, suffix, _text_openflags if text else _bin_openflags, kind)


def mkdtemp(suffix=None, prefix=None, dir=None):
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    for file in _candidates(prefix, suffix, dir, kind):
        _sys.audit("tempfile.mkdtemp", file)
        try:
            _os.mkdir(file, 0o700)
        except FileExistsError:
            continue
        return _os.path.abspath(file)
    raise FileExistsError(_errno.EEXIST, "No usable temporary directory name found")


def mktemp(suffix="", prefix=template, dir=None):
    if dir is None:
        dir = gettempdir()
    for file in _candidates(prefix, suffix, dir, str):
        if not _os.path.lexists(file):
            return file
    raise FileExistsError(_errno.EEXIST, "No usable temporary filename found")


def _close_and_remove(file, name):
    try:
        file.close()
    finally:
        try:
            _os.unlink(name)
        except FileNotFoundError:
            pass


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close
        # What is left to do if nobody closes it.
        self._finalizer = _weakref.finalize(self, _close_and_remove, file, name) if delete else None

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        if self._finalizer is not None:
            self._finalizer()
        return result

    def close(self):
        if self._finalizer is not None and self._delete_on_close:
            self._finalizer()
        else:
            self.file.close()

    def __iter__(self):
        yield from self.file


def _open(dir, mode, opener, **kwargs):
    """open with an opener of (descriptor, name), after which the file is called."""
    made = None

    def open_it(*args):
        nonlocal made
        made = opener()
        return made[0]
    try:
        file = _io.open(dir, mode, opener=open_it, **kwargs)
        try:
            raw = getattr(file, "buffer", file)
            raw = getattr(raw, "raw", raw)
            raw.name = made[1]
        except:
            file.close()
            raise
        return file
    except:
        if made is not None and not isinstance(made[1], int):
            _os.unlink(made[1])
        raise


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    if "b" not in mode:
        encoding = _io.text_encoding(encoding)
    file = _open(dir, mode, lambda: _mkstemp_inner(dir, prefix, suffix, _bin_openflags, kind),
                 buffering=buffering, newline=newline, encoding=encoding, errors=errors)
    try:
        return _TemporaryFileWrapper(file, file.name, delete, delete_on_close)
    except:
        _close_and_remove(file, file.name)
        raise


_O_TMPFILE_WORKS = True


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """A file without a name."""
    global _O_TMPFILE_WORKS
    if "b" not in mode:
        encoding = _io.text_encoding(encoding)
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)

    def unnamed():
        fd = _os.open(dir, (_bin_openflags | _os.O_TMPFILE) & ~_os.O_CREAT, 0o600)
        return fd, fd

    def unlinked():
        fd, name = _mkstemp_inner(dir, prefix, suffix, _bin_openflags, kind)
        try:
            _os.unlink(name)
        except:
            _os.close(fd)
            raise
        return fd, fd
    kwargs = dict(buffering=buffering, newline=newline, encoding=encoding, errors=errors)
    if _O_TMPFILE_WORKS:
        try:
            return _open(dir, mode, unnamed, **kwargs)
        except IsADirectoryError:
            _O_TMPFILE_WORKS = False  # the kernel does not know the flag
        except OSError:
            pass  # the file system does not
    return _open(dir, mode, unlinked, **kwargs)


class SpooledTemporaryFile(_io.IOBase):
    """A temporary file that stays in memory while it is small."""

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        if "b" in mode:
            self._file = _io.BytesIO()
        else:
            encoding = _io.text_encoding(encoding)
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._rolled = False
        self._args = {"mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "encoding": encoding, "newline": newline,
                      "dir": dir, "errors": errors}

    __class_getitem__ = classmethod(_types.GenericAlias)

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        if self._rolled:
            return
        file = self._file
        new = self._file = TemporaryFile(**self._args)
        del self._args
        pos = file.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(file.detach().getvalue())
        else:
            new.write(file.getvalue())
        new.seek(pos, 0)
        self._rolled = True

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __iter__(self):
        return self._file.__iter__()

    def __next__(self):
        return self._file.__next__()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def newlines(self):
        return self._file.newlines

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._args["mode"]

    def detach(self):
        return self._file.detach()

    def __del__(self):
        if not self.closed:
            _warnings.warn("Unclosed file {!r}".format(self), ResourceWarning, stacklevel=2, source=self)
            self.close()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    @property
    def name(self):
        return getattr(self._file, "name", None)

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, b):
        return self._file.readinto(b)

    def readinto1(self, b):
        return self._file.readinto1(b)

    def read(self, *args):
        return self._file.read(*args)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def write(self, s):
        rv = self._file.write(s)
        self._check(self._file)
        return rv

    def writelines(self, iterable):
        rv = self._file.writelines(iterable)
        self._check(self._file)
        return rv


def _make_writable(path):
    if not _os.path.islink(path):
        _os.chmod(path, 0o700)


class TemporaryDirectory:
    """A folder that is removed at the end of a with block."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = _weakref.finalize(self, self._cleanup, self.name, warn_message="Implicitly cleaning up {!r}".format(self),
                                            ignore_errors=ignore_cleanup_errors, delete=delete)

    @classmethod
    def _rmtree(cls, name, ignore_errors=False, repeated=False):
        """Remove a tree, whatever its modes say."""
        def onexc(func, path, exc):
            if isinstance(exc, FileNotFoundError):
                return
            if not isinstance(exc, PermissionError) or repeated and path == name:
                if not ignore_errors:
                    raise exc
                return
            try:
                if path != name:
                    _make_writable(_os.path.dirname(path))
                _make_writable(path)
                try:
                    _os.unlink(path)
                except IsADirectoryError:
                    cls._rmtree(path, ignore_errors=ignore_errors)
                except PermissionError:
                    if _os.path.isdir(path):
                        cls._rmtree(path, ignore_errors=ignore_errors, repeated=path == name)
                    elif not ignore_errors:
                        raise
            except FileNotFoundError:
                pass
        _shutil.rmtree(name, onexc=onexc)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False, delete=True):
        """What is done for a folder that nobody cleaned up."""
        if delete:
            cls._rmtree(name, ignore_errors=ignore_errors)
            _warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return "<{} {!r}>".format(self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or _os.path.exists(self.name):
            self._rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(_types.GenericAlias)
