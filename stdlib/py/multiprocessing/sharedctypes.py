"""Values and arrays in memory that processes share: a file without a name, read and written in place."""
import os
import struct
import tempfile

from . import context, reduction

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

_NAMES = {'c': 'c_char', 'u': 'c_wchar', 'b': 'c_byte', 'B': 'c_ubyte', 'h': 'c_short', 'H': 'c_ushort', 'i': 'c_int', 'I': 'c_uint',
          'l': 'c_long', 'L': 'c_ulong', 'q': 'c_long', 'Q': 'c_ulong', 'f': 'c_float', 'd': 'c_double'}
_WIDTH = {'c': 1, 'u': 4, 'b': 1, 'B': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}


def _typecode(typecode_or_type):
    if isinstance(typecode_or_type, str) and typecode_or_type in _NAMES:
        return typecode_or_type
    raise TypeError(f'this type has no size: {typecode_or_type!r}; shared memory takes the typecodes {"".join(_NAMES)}')


class _Memory:
    """Items of one type in a shared file."""

    def __init__(self, code, length):
        self._code, self._length, self._width = code, length, _WIDTH[code]
        with tempfile.TemporaryFile(prefix='pymp-', dir='/dev/shm' if os.path.isdir('/dev/shm') else None) as f:
            self._fd = os.dup(f.fileno())
        os.ftruncate(self._fd, length * self._width)

    def __del__(self):
        try:
            os.close(self._fd)
        except (AttributeError, OSError):
            pass

    def __getstate__(self):
        context.assert_spawning(self)
        return self._code, self._length, self._width, reduction.DupFd(self._fd)

    def __setstate__(self, state):
        self._code, self._length, self._width, fd = state
        self._fd = fd.detach()
        os.set_inheritable(self._fd, False)

    def _read(self, start, stop):
        data = os.pread(self._fd, (stop - start) * self._width, start * self._width)
        if self._code == 'c':
            return [data[i:i + 1] for i in range(len(data))]
        if self._code == 'u':
            return list(data.decode('utf-32-le'))
        return list(struct.unpack(f'={stop - start}{self._code if self._code not in "lL" else {"l": "q", "L": "Q"}[self._code]}', data))

    def _write(self, start, values):
        os.pwrite(self._fd, b''.join(map(self._encode, values)), start * self._width)

    def _encode(self, value):
        code = self._code
        if code == 'c':
            if isinstance(value, (bytes, bytearray)) and len(value) == 1:
                return bytes(value)
            if isinstance(value, int) and 0 <= value < 256:
                return bytes([value])
            raise TypeError('one character bytes, bytearray, or an integer in range(256) expected')
        if code == 'u':
            if not isinstance(value, str):
                raise TypeError('a unicode character expected, not instance of %s' % type(value).__name__)
            if len(value) != 1:
                raise TypeError('one character unicode string expected')
            return value.encode('utf-32-le')
        if code in 'fd':
            try:
                return struct.pack('=' + code, value)
            except struct.error:
                raise TypeError('must be real number, not %s' % type(value).__name__) from None
        if isinstance(value, float) or not hasattr(value, '__index__'):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        bits = 8 * self._width  # too large numbers lose their upper bits, as in C
        value = value.__index__() & (1 << bits) - 1
        return value.to_bytes(self._width, 'little')


class _SharedValue(_Memory):
    def __init__(self, code, *args):
        if len(args) > 1:
            raise TypeError('too many initializers')
        super().__init__(code, 1)
        if args:
            self.value = args[0]

    @property
    def value(self):
        return self._read(0, 1)[0]

    @value.setter
    def value(self, value):
        self._write(0, [value])

    def __repr__(self):
        return f'{_NAMES[self._code]}({self.value!r})'


class _SharedArray(_Memory):
    def __init__(self, code, size_or_initializer):
        if isinstance(size_or_initializer, int):
            if size_or_initializer < 0:
                raise ValueError('Array length must be >= 0')
            super().__init__(code, size_or_initializer)
        else:
            items = size_or_initializer if isinstance(size_or_initializer, (bytes, str)) else list(size_or_initializer)
            super().__init__(code, len(items))
            self._write(0, items)

    def __len__(self):
        return self._length

    def _index(self, i):
        i = i.__index__()
        if i < 0:
            i += self._length
        if not 0 <= i < self._length:
            raise IndexError('invalid index')
        return i

    def __getitem__(self, i):
        if isinstance(i, slice):
            items = self._read(0, self._length)[i]
            return b''.join(items) if self._code == 'c' else ''.join(items) if self._code == 'u' else items
        i = self._index(i)
        return self._read(i, i + 1)[0]

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            indices, values = range(self._length)[i], list(value)
            if len(indices) != len(values):
                raise ValueError('Can only assign sequence of same size')
            for j, v in zip(indices, values):
                self._write(j, [v])
            return
        try:
            i = self._index(i)
        except IndexError:
            raise IndexError('invalid index') from None
        self._write(i, [value])

    def __iter__(self):
        for i in range(self._length):
            yield self[i]

    def _text(name):
        def get(self):
            if self._code not in 'cu' or name == 'raw' and self._code == 'u':
                raise AttributeError(f"'{_NAMES[self._code]}_Array_{self._length}' object has no attribute '{name}'")
            whole = self[:]
            end = whole.find(b'\0' if self._code == 'c' else '\0')
            return whole if name == 'raw' or end < 0 else whole[:end]

        def set(self, value):
            get(self)
            if len(value) > self._length:
                raise ValueError('byte string too long' if self._code == 'c' else 'string too long')
            items = list(value) if name == 'raw' or len(value) == self._length else [*value, 0 if self._code == 'c' else '\0']
            self._write(0, items)
        return property(get, set)

    value = _text('value')
    raw = _text('raw')
    del _text

    def __repr__(self):
        return f'<multiprocessing.sharedctypes.{_NAMES[self._code]}_Array_{self._length} object at {id(self):#x}>'


def RawValue(typecode_or_type, *args):
    return _SharedValue(_typecode(typecode_or_type), *args)


def RawArray(typecode_or_type, size_or_initializer):
    return _SharedArray(_typecode(typecode_or_type), size_or_initializer)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    return _with_lock(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    return _with_lock(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _with_lock(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = None
    elif not hasattr(lock, 'acquire'):
        raise AttributeError("%r has no method 'acquire'" % lock)
    return synchronized(obj, lock, ctx)


def copy(obj):
    if isinstance(obj, _SharedValue):
        return _SharedValue(obj._code, obj.value)
    return _SharedArray(obj._code, obj[:])


def synchronized(obj, lock=None, ctx=None):
    ctx = ctx or context._default_context.get_context()
    if isinstance(obj, _SharedValue):
        return Synchronized(obj, lock, ctx)
    if obj._code in 'cu':
        return SynchronizedString(obj, lock, ctx)
    return SynchronizedArray(obj, lock, ctx)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._set_lock(lock or ctx.RLock())

    def _set_lock(self, lock):
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._obj, self._lock

    def __setstate__(self, state):
        self._obj, lock = state
        self._set_lock(lock)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return '<%s wrapper for %s>' % (type(self).__name__, self._obj)


def _locked(name):
    def get(self):
        with self._lock:
            return getattr(self._obj, name)

    def set(self, value):
        with self._lock:
            setattr(self._obj, name, value)
    return property(get, set)


class Synchronized(SynchronizedBase):
    value = _locked('value')


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        return self[start:stop]


class SynchronizedString(SynchronizedArray):
    value = _locked('value')
    raw = _locked('raw')
