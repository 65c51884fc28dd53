"""Filename globbing."""

import fnmatch
import itertools
import os
import re
import stat
import sys

__all__ = ["escape", "glob", "iglob", "translate"]

_magic = re.compile('([*?[])')
_magic_bytes = re.compile(b'([*?[])')


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return the paths that match a pattern; with recursive, ** matches any number of folders."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Like glob, as an iterator."""
    sys.audit("glob.glob", pathname, recursive)
    sys.audit("glob.glob/2", pathname, recursive, root_dir, dir_fd)
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    it = _iglob(pathname, root, dir_fd, recursive, False, include_hidden)
    if not pathname or recursive and _isrecursive(pathname[:2]):
        try:
            s = next(it)
            if s:
                it = itertools.chain((s,), it)
        except StopIteration:
            pass
    return it


def _iglob(pathname, root, dir_fd, recursive, dironly, hidden):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        if basename:
            if _lexists(_join(root, pathname), dir_fd):
                yield pathname
        elif _isdir(_join(root, dirname), dir_fd):
            yield pathname
        return
    if not dirname:
        inner = _glob2 if recursive and _isrecursive(basename) else _glob1
        yield from inner(root, basename, dir_fd, dironly, hidden)
        return
    if dirname != pathname and has_magic(dirname):
        dirs = _iglob(dirname, root, dir_fd, recursive, True, hidden)
    else:
        dirs = [dirname]
    if not has_magic(basename):
        inner = _glob0
    elif recursive and _isrecursive(basename):
        inner = _glob2
    else:
        inner = _glob1
    for dirname in dirs:
        for name in inner(_join(root, dirname), basename, dir_fd, dironly, hidden):
            yield os.path.join(dirname, name)


def _glob0(dirname, basename, dir_fd, dironly, hidden=False):
    if basename:
        return [basename] if _lexists(_join(dirname, basename), dir_fd) else []
    return [basename] if _isdir(dirname, dir_fd) else []


def _glob1(dirname, pattern, dir_fd, dironly, hidden=False):
    names = _listdir(dirname, dir_fd, dironly)
    if not (hidden or _ishidden(pattern)):
        names = [x for x in names if not _ishidden(x)]
    return fnmatch.filter(names, pattern)


def glob0(dirname, pattern):
    _deprecated("glob.glob0")
    return _glob0(dirname, pattern, None, False)


def glob1(dirname, pattern):
    _deprecated("glob.glob1")
    return _glob1(dirname, pattern, None, False)


def _deprecated(name):
    import warnings
    warnings._deprecated(name, "{name} is deprecated and will be removed in Python {remove}. Use glob.glob and pass a directory to its "
                         "root_dir argument instead.", remove=(3, 15))


def _glob2(dirname, pattern, dir_fd, dironly, hidden=False):
    if not dirname or _isdir(dirname, dir_fd):
        yield pattern[:0]
    yield from _rlistdir(dirname, dir_fd, dironly, hidden)


def _rlistdir(dirname, dir_fd, dironly, hidden):
    for x in _listdir(dirname, dir_fd, dironly):
        if hidden or not _ishidden(x):
            yield x
            for y in _rlistdir(_join(dirname, x), dir_fd, dironly, hidden):
                yield _join(x, y)


def _listdir(dirname, dir_fd, dironly):
    """The names in a folder, of folders only if asked; as bytes if its own is."""
    here = dirname or (os.curdir if isinstance(dirname, str) else os.fsencode(os.curdir))
    names, fd = [], None
    try:
        if dir_fd is not None:
            here = fd = os.open(here, os.O_RDONLY | os.O_DIRECTORY, dir_fd=dir_fd)
        with os.scandir(here) as it:
            for entry in it:
                try:
                    if not dironly or entry.is_dir():
                        names.append(os.fsencode(entry.name) if fd is not None and isinstance(dirname, bytes) else entry.name)
                except OSError:
                    pass
    except OSError:
        pass
    finally:
        if fd is not None:
            os.close(fd)
    return names


def _lexists(pathname, dir_fd):
    if dir_fd is None:
        return os.path.lexists(pathname)
    try:
        os.lstat(pathname, dir_fd=dir_fd)
    except (OSError, ValueError):
        return False
    return True


def _isdir(pathname, dir_fd):
    if dir_fd is None:
        return os.path.isdir(pathname)
    try:
        return stat.S_ISDIR(os.stat(pathname, dir_fd=dir_fd).st_mode)
    except (OSError, ValueError):
        return False


def _join(dirname, basename):
    return os.path.join(dirname, basename) if dirname and basename else dirname or basename


def has_magic(s):
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def _ishidden(path):
    return path[0] in ('.', b'.'[0])


def _isrecursive(pattern):
    return pattern == (b'**' if isinstance(pattern, bytes) else '**')


def escape(pathname):
    """Escape the special characters of a path."""
    drive, pathname = os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        pathname = _magic_bytes.sub(br'[\1]', pathname)
    else:
        pathname = _magic.sub(r'[\1]', pathname)
    return drive + pathname


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """Return the regular expression for a path pattern."""
    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = ''.join(map(re.escape, seps))
    any_sep = f'[{escaped}]' if len(seps) > 1 else escaped
    not_sep = f'[^{escaped}]'
    if include_hidden:
        one_last = f'{not_sep}+'
        one = f'{one_last}{any_sep}'
        any_ = f'(?:.+{any_sep})?'
        any_last = '.*'
    else:
        one_last = f'[^{escaped}.]{not_sep}*'
        one = f'{one_last}{any_sep}'
        any_ = f'(?:{one})*'
        any_last = f'{any_}(?:{one_last})?'
    out = []
    parts = re.split(any_sep, pat)
    last = len(parts) - 1
    for i, part in enumerate(parts):
        if part == '*':
            out.append(one if i < last else one_last)
        elif recursive and part == '**':
            if i < last:
                if parts[i + 1] != '**':
                    out.append(any_)
            else:
                out.append(any_last)
        else:
            if part:
                if not include_hidden and part[0] in '*?':
                    out.append(r'(?!\.)')
                for p in fnmatch._pieces(part):
                    out.append(f'{not_sep}*' if p is fnmatch._STAR else not_sep if p == '.' else p)
            if i < last:
                out.append(any_sep)
    return fr'(?s:{"".join(out)})\Z'
