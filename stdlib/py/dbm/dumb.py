"""A database in two files: NAME.dat holds the values, NAME.dir a line "key, (position, size)" for each."""
import ast
import collections.abc
import io
import os

__all__ = ['error', 'open']

_BLOCK = 512
error = OSError


class _Database(collections.abc.MutableMapping):
    def __init__(self, filebasename, mode, flag='c'):
        self._mode, self._readonly = mode, flag == 'r'
        base = os.fsdecode(filebasename)
        self._dirfile, self._datfile, self._bakfile = base + '.dir', base + '.dat', base + '.bak'
        self._index = None
        self._modified = False
        if flag == 'n' or not os.path.exists(self._datfile):
            if flag not in ('c', 'n'):
                raise FileNotFoundError(2, 'No such file or directory', self._datfile)
            with self._create(self._datfile):
                pass
            if flag == 'n':
                for name in self._bakfile, self._dirfile:
                    try:
                        os.unlink(name)
                    except OSError:
                        pass
        self._index = {}
        try:
            with io.open(self._dirfile, encoding='latin-1') as f:
                for line in f:
                    key, place = ast.literal_eval(line.rstrip())
                    self._index[key.encode('latin-1')] = place
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with self._create(self._dirfile):
                self._modified = True

    def _create(self, name):
        return os.fdopen(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, self._mode), 'w')

    def sync(self):
        if self._index is None or not self._modified:
            return
        for old, new in ((self._bakfile, None), (self._dirfile, self._bakfile)):
            try:
                os.unlink(old) if new is None else os.rename(old, new)
            except OSError:
                pass
        with os.fdopen(os.open(self._dirfile, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, self._mode), 'w', encoding='latin-1') as f:
            for key, place in self._index.items():
                f.write('%r, %r\n' % (key.decode('latin-1'), place))
        self._modified = False

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')

    def _key(self, key):
        self._verify_open()
        if isinstance(key, str):
            return key.encode('utf-8')
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError('keys must be bytes or strings')
        return bytes(key)

    def __getitem__(self, key):
        pos, size = self._index[self._key(key)]
        with io.open(self._datfile, 'rb') as f:
            f.seek(pos)
            return f.read(size)

    def __setitem__(self, key, val):
        if self._readonly:
            raise error('The database is opened for reading only')
        key = self._key(key)
        val = val.encode('utf-8') if isinstance(val, str) else val
        if not isinstance(val, (bytes, bytearray)):
            raise TypeError('values must be bytes or strings')
        self._modified = True
        pos, size = self._index.get(key, (None, 0))
        if pos is None or (size + _BLOCK - 1) // _BLOCK < (len(val) + _BLOCK - 1) // _BLOCK:
            with io.open(self._datfile, 'rb+') as f:  # a new place, at a block
                end = f.seek(0, 2)
                pos = (end + _BLOCK - 1) // _BLOCK * _BLOCK
                f.write(b'\0' * (pos - end) + val)
            if key not in self._index:
                with io.open(self._dirfile, 'a', encoding='latin-1') as f:
                    f.write('%r, %r\n' % (key.decode('latin-1'), (pos, len(val))))
        else:
            with io.open(self._datfile, 'rb+') as f:
                f.seek(pos)
                f.write(val)
        self._index[key] = pos, len(val)

    def __delitem__(self, key):
        if self._readonly:
            raise error('The database is opened for reading only')
        key = self._key(key)
        del self._index[key]
        self._modified = True
        self.sync()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        return self._key(key) in self._index

    def __iter__(self):
        self._verify_open()
        return iter(self._index)

    iterkeys = __iter__

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def close(self):
        try:
            self.sync()
        finally:
            self._index = None

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def open(file, flag='c', mode=0o666):
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode & ~_umask(), flag)


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask
