"""Small databases from bytes to bytes, in files."""
import io
import os

__all__ = ['open', 'whichdb', 'error']


class _Error(Exception):
    pass


_Error.__name__ = _Error.__qualname__ = 'error'
error = _Error, OSError


def open(file, flag='r', mode=0o666):
    """flag: r read, w write, c create if needed, n always new."""
    from . import dumb
    kind = whichdb(file) if 'n' not in flag else None
    if kind is None and flag not in ('c', 'n'):
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if kind == '':
        raise error[0]('db type could not be determined')
    if kind not in (None, 'dbm.dumb'):
        raise error[0]("db type is {0}, but the module is not available".format(kind))
    return dumb.open(file, flag, mode)


def whichdb(filename):
    """The module for a database; None: it is not there; '': unknown."""
    name = os.fspath(filename)
    if isinstance(name, bytes):
        name = os.fsdecode(name)
    if os.path.exists(name + '.dir') and os.path.exists(name + '.dat'):
        with io.open(name + '.dir', 'rb') as f:
            first = f.read(1)
        if os.stat(name + '.dir').st_size == 0 or first in (b"'", b'"'):
            return 'dbm.dumb'
        return ''
    try:
        with io.open(name, 'rb') as f:
            start = f.read(16)
    except OSError:
        return None
    if start == b'SQLite format 3\0':
        return 'dbm.sqlite3'
    if start[:4] in (b'\xce\x9a\x57\x13', b'\xcd\x9a\x57\x13', b'\xcf\x9a\x57\x13', b'\x13\x57\x9a\xce'):
        return 'dbm.gnu'
    return ''
