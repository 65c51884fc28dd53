"""Create portable serialized representations of Python objects."""

import io
import sys
from _cfunction import builtin as _builtin
from copyreg import dispatch_table, _extension_cache, _extension_registry, _inverted_registry
from functools import partial
from itertools import batched
from types import FunctionType, ModuleType

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "PickleBuffer"]

format_version = "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
bytes_types = bytes, bytearray
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    """A common base class for the other pickling exceptions."""


class PicklingError(PickleError):
    """Raised when an unpicklable object is passed to the dump() method."""


class UnpicklingError(PickleError):
    """Raised when there is a problem unpickling an object, such as a security violation."""


PickleError.__module__ = PicklingError.__module__ = UnpicklingError.__module__ = '_pickle'


_missing = object()


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


class _Underflow(Exception):
    pass


class _Stack(list):
    """The unpickler's stack: asked for more than it has, it says so in its own way."""

    __slots__ = ()

    def top(self):
        if not self:
            raise _Underflow
        return self[-1]

    def pop(self):
        if not self:
            raise _Underflow
        return list.pop(self)


class PickleBuffer:
    """Wrapper for potentially out-of-band buffers"""

    def __init__(self, obj):
        self._view = memoryview(obj)

    def raw(self):
        """A memoryview of the raw bytes underlying this buffer."""
        return self._check().cast('B')

    def release(self):
        """Release the underlying buffer."""
        self._view.release()
        self._view = None

    def _check(self):
        if self._view is None:
            raise ValueError('operation forbidden on released PickleBuffer object')
        return self._view

    def __buffer__(self, flags):
        return self._check()


# Opcodes. The letter of protocols 0 and 1 hints at the meaning; those above are numbered.

_OPCODES = {
    'MARK': b'(', 'STOP': b'.', 'POP': b'0', 'POP_MARK': b'1', 'DUP': b'2', 'FLOAT': b'F', 'INT': b'I', 'BININT': b'J',
    'BININT1': b'K', 'LONG': b'L', 'BININT2': b'M', 'NONE': b'N', 'PERSID': b'P', 'BINPERSID': b'Q', 'REDUCE': b'R',
    'STRING': b'S', 'BINSTRING': b'T', 'SHORT_BINSTRING': b'U', 'UNICODE': b'V', 'BINUNICODE': b'X', 'APPEND': b'a',
    'BUILD': b'b', 'GLOBAL': b'c', 'DICT': b'd', 'EMPTY_DICT': b'}', 'APPENDS': b'e', 'GET': b'g', 'BINGET': b'h',
    'INST': b'i', 'LONG_BINGET': b'j', 'LIST': b'l', 'EMPTY_LIST': b']', 'OBJ': b'o', 'PUT': b'p', 'BINPUT': b'q',
    'LONG_BINPUT': b'r', 'SETITEM': b's', 'TUPLE': b't', 'EMPTY_TUPLE': b')', 'SETITEMS': b'u', 'BINFLOAT': b'G',
    'PROTO': b'\x80', 'NEWOBJ': b'\x81', 'EXT1': b'\x82', 'EXT2': b'\x83', 'EXT4': b'\x84', 'TUPLE1': b'\x85',
    'TUPLE2': b'\x86', 'TUPLE3': b'\x87', 'NEWTRUE': b'\x88', 'NEWFALSE': b'\x89', 'LONG1': b'\x8a', 'LONG4': b'\x8b',
    'BINBYTES': b'B', 'SHORT_BINBYTES': b'C', 'SHORT_BINUNICODE': b'\x8c', 'BINUNICODE8': b'\x8d', 'BINBYTES8': b'\x8e',
    'EMPTY_SET': b'\x8f', 'ADDITEMS': b'\x90', 'FROZENSET': b'\x91', 'NEWOBJ_EX': b'\x92', 'STACK_GLOBAL': b'\x93',
    'MEMOIZE': b'\x94', 'FRAME': b'\x95', 'BYTEARRAY8': b'\x96', 'NEXT_BUFFER': b'\x97', 'READONLY_BUFFER': b'\x98',
}
globals().update(_OPCODES)
__all__.extend(_OPCODES)

_TUPLES = {0: EMPTY_TUPLE, 1: TUPLE1, 2: TUPLE2, 3: TUPLE3}


def _u(n, size):
    return n.to_bytes(size, 'little')


def encode_long(x):
    """Encode a long to a two's complement little-endian binary string; 0 gives b''."""
    if x == 0:
        return b''
    n = (x.bit_length() >> 3) + 1
    data = x.to_bytes(n, 'little', signed=True)
    if x < 0 and n > 1 and data[-1] == 0xff and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    """Decode a long from a two's complement little-endian binary string."""
    return int.from_bytes(data, 'little', signed=True)


def _getattribute(obj, name):
    """Walk a dotted name; return what it names and the object it was found on."""
    parent = None
    for part in name.split('.'):
        if part == "<locals>":
            raise AttributeError(f"Can't get local attribute {name!r} on {obj!r}")
        parent = obj
        obj = getattr(obj, part)
    return obj, parent


def whichmodule(obj, name):
    """Find the module an object belong to."""
    module_name = getattr(obj, '__module__', None)
    if module_name is not None:
        return module_name
    for module_name, module in sys.modules.copy().items():
        if module_name in ('__main__', '__mp_main__') or module is None:
            continue
        try:
            if _getattribute(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


class _Pickler:

    _FRAME_TARGET = 64 * 1024

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else HIGHEST_PROTOCOL if protocol < 0 else protocol
        if protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if protocol < 5 and buffer_callback is not None:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute")
        self._buffer_callback = buffer_callback
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self._parts = []
        self._size = 0
        self._framing = False

    # Output. With protocol 4 what is written is gathered to frames.

    def write(self, data):
        if not self._framing:
            self._file_write(data)
            return
        self._parts.append(data)
        self._size += len(data)

    def _end_frame(self, force=False):
        if self._framing and self._parts and (force or self._size >= self._FRAME_TARGET):
            data = b''.join(self._parts)
            if len(data) >= 4:
                self._file_write(FRAME + _u(len(data), 8))
            self._file_write(data)
            self._parts = []
            self._size = 0

    def _write_large(self, header, payload):
        if self._framing and len(payload) >= self._FRAME_TARGET:
            self._end_frame(force=True)
            self._file_write(header)
            self._file_write(payload)
        else:
            self.write(header + bytes(payload))

    def clear_memo(self):
        """Clears the pickler's "memo"."""
        self.memo.clear()

    def dump(self, obj):
        """Write a pickled representation of obj to the open file."""
        if not hasattr(self, "_file_write"):
            raise PicklingError("Pickler.__init__() was not called by %s.__init__()" % (self.__class__.__name__,))
        if self.proto >= 2:
            self.write(PROTO + _u(self.proto, 1))
        self._framing = self.proto >= 4
        try:
            self.save(obj)
            self.write(STOP)
            self._end_frame(force=True)
        finally:
            self._framing = False
            self._parts = []
            self._size = 0

    def memoize(self, obj):
        """Store an object in the memo."""
        if self.fast:
            return
        idx = len(self.memo)
        self.write(self._put(idx))
        self.memo[id(obj)] = idx, obj

    def _put(self, idx):
        if self.proto >= 4:
            return MEMOIZE
        if self.bin:
            return BINPUT + _u(idx, 1) if idx < 256 else LONG_BINPUT + _u(idx, 4)
        return PUT + repr(idx).encode("ascii") + b'\n'

    def _get(self, i):
        if self.bin:
            return BINGET + _u(i, 1) if i < 256 else LONG_BINGET + _u(i, 4)
        return GET + repr(i).encode("ascii") + b'\n'

    def persistent_id(self, obj):
        return None

    def save(self, obj, save_persistent_id=True):
        self._end_frame()
        if save_persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save_pers(pid)
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(self._get(known[0]))
            return
        rv = NotImplemented
        reduce = getattr(self, "reducer_override", _missing)
        if reduce is not _missing:
            rv = reduce(obj)
        if rv is NotImplemented:
            t = type(obj)
            f = self.dispatch.get(t)
            if f is not None:
                f(self, obj)
                return
            reduce = self._registered(t)
            if reduce is not _missing:
                rv = reduce(obj)
            elif issubclass(t, type):
                self.save_global(obj)
                return
            elif (reduce := getattr(obj, "__reduce_ex__", _missing)) is not _missing:
                rv = reduce(self.proto)
            elif (reduce := getattr(obj, "__reduce__", _missing)) is not _missing:
                rv = reduce()
            else:
                raise PicklingError("Can't pickle %r object: %r" % (t.__name__, obj))
        if isinstance(rv, str):
            self.save_global(obj, rv)
            return
        if not isinstance(rv, tuple):
            raise PicklingError("%s must return string or tuple" % reduce)
        if not 2 <= len(rv) <= 6:
            raise PicklingError("Tuple returned by %s must have two to six elements" % reduce)
        self.save_reduce(obj=obj, *rv)

    def _registered(self, t):
        """The function that the dispatch table has for a type."""
        table = getattr(self, 'dispatch_table', dispatch_table)
        if table is dispatch_table:
            return table.get(t, _missing)
        try:
            return table[t]
        except KeyError:
            return _missing

    def save_pers(self, pid):
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self.write(BINPERSID)
        else:
            try:
                self.write(PERSID + str(pid).encode("ascii") + b'\n')
            except UnicodeEncodeError:
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(func):
            raise PicklingError("func from save_reduce() must be callable")
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            self._save_newobj_ex(args, obj)
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self.save(cls)
            self.save(args[1:])
            self.write(NEWOBJ)
        else:
            self.save(func)
            self.save(args)
            self.write(REDUCE)
        if obj is not None:
            known = self.memo.get(id(obj))
            if known is not None:  # saving the arguments has pickled it already, through a cycle
                self.write(POP + self._get(known[0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems)
        if dictitems is not None:
            self._batch_setitems(dictitems)
        if state is not None:
            if state_setter is None:
                self.save(state)
                self.write(BUILD)
            else:
                self.save(state_setter)
                self.save(obj)
                self.save(state)
                self.write(TUPLE2 + REDUCE + POP)

    def _save_newobj_ex(self, args, obj):
        cls, args, kwargs = args
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj_ex__ args has no __new__")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj_ex__ args has the wrong class")
        if self.proto >= 4:
            self.save(cls)
            self.save(args)
            self.save(kwargs)
            self.write(NEWOBJ_EX)
        else:
            self.save(partial(cls.__new__, cls, *args, **kwargs))
            self.save(())
            self.write(REDUCE)

    # What is saved by type.

    dispatch = {}

    def save_none(self, obj):
        self.write(NONE)

    dispatch[type(None)] = save_none

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(b'I01\n' if obj else b'I00\n')

    dispatch[bool] = save_bool

    def save_long(self, obj):
        if self.bin:
            if 0 <= obj < 256:
                self.write(BININT1 + _u(obj, 1))
                return
            if 0 <= obj < 65536:
                self.write(BININT2 + _u(obj, 2))
                return
            if -0x80000000 <= obj <= 0x7fffffff:
                self.write(BININT + obj.to_bytes(4, 'little', signed=True))
                return
        if self.proto >= 2:
            data = encode_long(obj)
            self.write(LONG1 + _u(len(data), 1) + data if len(data) < 256 else LONG4 + _u(len(data), 4) + data)
        elif -0x80000000 <= obj <= 0x7fffffff:
            self.write(INT + repr(obj).encode("ascii") + b'\n')
        else:
            self.write(LONG + repr(obj).encode("ascii") + b'L\n')

    dispatch[int] = save_long

    def save_float(self, obj):
        if self.bin:
            self.write(BINFLOAT + _pack_double(obj))
        else:
            self.write(FLOAT + repr(obj).encode("ascii") + b'\n')

    dispatch[float] = save_float

    def save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self.save_reduce(bytes, (), obj=obj)
            else:
                from _codecs import encode
                self.save_reduce(encode, (str(obj, 'latin1'), 'latin1'), obj=obj)
            return
        self._save_bytes(obj)
        self.memoize(obj)

    def _save_bytes(self, obj):
        n = len(obj)
        if n <= 0xff:
            self.write(SHORT_BINBYTES + _u(n, 1) + bytes(obj))
        elif n > 0xffffffff and self.proto >= 4:
            self._write_large(BINBYTES8 + _u(n, 8), obj)
        else:
            self._write_large(BINBYTES + _u(n, 4), obj)

    dispatch[bytes] = save_bytes

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self._write_large(BYTEARRAY8 + _u(len(obj), 8), obj)
        self.memoize(obj)

    dispatch[bytearray] = save_bytearray

    def save_picklebuffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        with obj.raw() as m:
            if not m.contiguous:
                raise PicklingError("PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
            if self._buffer_callback is None or self._buffer_callback(obj):
                data = m.tobytes()
                if m.readonly:
                    self._save_bytes(data)
                else:
                    self._write_large(BYTEARRAY8 + _u(len(data), 8), data)
                self.memoize(obj)
            else:
                self.write(NEXT_BUFFER + READONLY_BUFFER if m.readonly else NEXT_BUFFER)

    dispatch[PickleBuffer] = save_picklebuffer

    def save_str(self, obj):
        if self.bin:
            encoded = obj.encode('utf-8', 'surrogatepass')
            n = len(encoded)
            if n <= 0xff and self.proto >= 4:
                self.write(SHORT_BINUNICODE + _u(n, 1) + encoded)
            elif n > 0xffffffff and self.proto >= 4:
                self._write_large(BINUNICODE8 + _u(n, 8), encoded)
            else:
                self._write_large(BINUNICODE + _u(n, 4), encoded)
        else:
            text = obj
            for char, escape in (("\\", "\\u005c"), ("\0", "\\u0000"), ("\n", "\\u000a"), ("\r", "\\u000d"), ("\x1a", "\\u001a")):
                text = text.replace(char, escape)
            self.write(UNICODE + text.encode('raw-unicode-escape') + b'\n')
        self.memoize(obj)

    dispatch[str] = save_str

    def save_tuple(self, obj):
        n = len(obj)
        if not n:
            self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        short = n <= 3 and self.proto >= 2
        if not short:
            self.write(MARK)
        for element in obj:
            self.save(element)
        known = self.memo.get(id(obj))
        if known is not None:  # recursive: the tuple was pickled while its items were
            get = self._get(known[0])
            if short:
                self.write(POP * n + get)
            elif self.bin:
                self.write(POP_MARK + get)
            else:
                self.write(POP * (n + 1) + get)
            return
        self.write(_TUPLES[n] if short else TUPLE)
        self.memoize(obj)

    dispatch[tuple] = save_tuple

    def save_list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self._batch_appends(obj)

    dispatch[list] = save_list

    _BATCHSIZE = 1000

    def _batch_appends(self, items):
        if not self.bin:
            for x in items:
                self.save(x)
                self.write(APPEND)
            return
        for batch in batched(items, self._BATCHSIZE):
            if len(batch) == 1:
                self.save(batch[0])
                self.write(APPEND)
                continue
            self.write(MARK)
            for x in batch:
                self.save(x)
            self.write(APPENDS)

    def save_dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self._batch_setitems(obj.items())

    dispatch[dict] = save_dict

    def _batch_setitems(self, items):
        if not self.bin:
            for k, v in items:
                self.save(k)
                self.save(v)
                self.write(SETITEM)
            return
        for batch in batched(items, self._BATCHSIZE):
            if len(batch) == 1:
                k, v = batch[0]
                self.save(k)
                self.save(v)
                self.write(SETITEM)
                continue
            self.write(MARK)
            for k, v in batch:
                self.save(k)
                self.save(v)
            self.write(SETITEMS)

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(EMPTY_SET)
        self.memoize(obj)
        for batch in batched(obj, self._BATCHSIZE):
            self.write(MARK)
            for item in batch:
                self.save(item)
            self.write(ADDITEMS)

    dispatch[set] = save_set

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(POP_MARK + self._get(known[0]))
            return
        self.write(FROZENSET)
        self.memoize(obj)

    dispatch[frozenset] = save_frozenset

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None)
            if name is None:
                name = obj.__name__
        module_name = whichmodule(obj, name)
        self._check_global(obj, module_name, name)
        if self.proto >= 2:
            code = _extension_registry.get((module_name, name))
            if code:
                self.write(EXT1 + _u(code, 1) if code <= 0xff else EXT2 + _u(code, 2) if code <= 0xffff else EXT4 + _u(code, 4))
                return
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(STACK_GLOBAL)
        elif '.' in name:
            # Attribute by attribute from what the module has.
            first, *path = name.split('.')
            for _ in path:
                self.save(getattr)
                if self.proto < 2:
                    self.write(MARK)
            self._write_global(obj, module_name, first)
            for attribute in path:
                self.save(attribute)
                self.write((TUPLE if self.proto < 2 else TUPLE2) + REDUCE)
        else:
            self._write_global(obj, module_name, name)
        self.memoize(obj)

    def _write_global(self, obj, module_name, name):
        if self.fix_imports:
            from _compat_pickle import REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING
            if (module_name, name) in REVERSE_NAME_MAPPING:
                module_name, name = REVERSE_NAME_MAPPING[module_name, name]
            else:
                module_name = REVERSE_IMPORT_MAPPING.get(module_name, module_name)
        encoding = 'utf-8' if self.proto >= 3 else 'ascii'
        try:
            self.write(GLOBAL + module_name.encode(encoding) + b'\n' + name.encode(encoding) + b'\n')
        except UnicodeEncodeError:
            raise PicklingError("can't pickle global identifier '%s.%s' using pickle protocol %i" % (module_name, name, self.proto))

    def _check_global(self, obj, module_name, name):
        """Make sure that loading the name will give obj."""
        if '<locals>' in name.split('.'):
            raise AttributeError("Can't get local object %r" % name)
        try:
            __import__(module_name, level=0)
            module = sys.modules[module_name]
        except (ImportError, KeyError):
            raise PicklingError("Can't pickle %r: import of module %r failed" % (obj, module_name)) from None
        try:
            found = _getattribute(module, name)[0]
        except AttributeError:
            raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (obj, name, module_name)) from None
        if found is not obj:
            raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (obj, module_name, name))

    def save_type(self, obj):
        if obj is type(None):
            self.save_reduce(type, (None,), obj=obj)
        elif obj is type(NotImplemented):
            self.save_reduce(type, (NotImplemented,), obj=obj)
        elif obj is type(...):
            self.save_reduce(type, (...,), obj=obj)
        else:
            self.save_global(obj)

    dispatch[FunctionType] = save_global
    dispatch[type] = save_type


class _Unpickler:

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not isinstance(encoding, str):
            raise TypeError("Unpickler() argument 'encoding' must be str, not %s" % type(encoding).__name__)
        self._buffers = iter(buffers) if buffers is not None else None
        try:
            self._file_readline = file.readline
            self._file_read = file.read
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes")
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def read(self, n):
        data = self._file_read(n)
        if len(data) < n:
            raise UnpicklingError("pickle data was truncated")
        return data

    def readline(self):
        data = self._file_readline()
        if data[-1:] != b'\n':
            raise UnpicklingError("pickle data was truncated")
        return data[:-1]

    def _number(self, size):
        return int.from_bytes(self.read(size), 'little')

    def _sized(self, size):
        """Read a length of `size` bytes and as many bytes."""
        n = self._number(size)
        if n > sys.maxsize:
            raise UnpicklingError("%s exceeds system's maximum size of %d bytes" % ("object", sys.maxsize))
        return self.read(n)

    def load(self):
        """Read a pickled object representation from the open file and return the object it specifies."""
        if not hasattr(self, "_file_read"):
            raise UnpicklingError("Unpickler.__init__() was not called by %s.__init__()" % (self.__class__.__name__,))
        self.metastack = []
        self.stack = _Stack()
        dispatch = self.dispatch
        try:
            while True:
                key = self._file_read(1)
                if not key:
                    raise EOFError("Ran out of input")
                try:
                    f = dispatch[key[0]]
                except KeyError:
                    raise UnpicklingError(f"invalid load key, {_shown(key)}.") from None
                f(self)
        except _Stop as stop:
            return stop.value
        except _Underflow:
            if self.metastack:
                raise UnpicklingError("unexpected MARK found") from None
            raise UnpicklingError("unpickling stack underflow") from None

    def pop_mark(self):
        """The items above the last mark."""
        items = self.stack
        if not self.metastack:
            raise UnpicklingError("could not find MARK")
        self.stack = self.metastack.pop()
        return items

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module, name):
        sys.audit('pickle.find_class', module, name)
        if self.proto < 3 and self.fix_imports:
            from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
            if (module, name) in NAME_MAPPING:
                module, name = NAME_MAPPING[module, name]
            else:
                module = IMPORT_MAPPING.get(module, module)
        __import__(module, level=0)
        found = sys.modules[module]
        for part in name.split('.') if self.proto >= 4 else (name,):
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None
        return found

    def _decode(self, data):
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)

    def _put(self, i):
        if i < 0:
            raise ValueError("negative PUT argument")
        self.memo[i] = self.stack.top()

    def _fetch(self, i):
        try:
            self.stack.append(self.memo[i])
        except KeyError:
            raise UnpicklingError(f'Memo value not found at index {i}') from None

    def _proto(self):
        proto = self.read(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError("unsupported pickle protocol: %d" % proto)
        self.proto = proto

    def _frame(self):
        n = self._number(8)
        if n > sys.maxsize:
            raise ValueError("frame size > sys.maxsize: %d" % n)

    def _int(self):
        data = self.readline()
        self.stack.append(False if data == b'00' else True if data == b'01' else int(data, 0))

    def _long(self):
        data = self.readline()
        self.stack.append(int(data.removesuffix(b'L'), 0))

    def _long4(self):
        n = int.from_bytes(self.read(4), 'little', signed=True)
        if n < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self.stack.append(decode_long(self.read(n)))

    def _string(self):
        data = self.readline()
        if len(data) < 2 or data[0] != data[-1] or data[:1] not in (b'"', b"'"):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        import codecs
        self.stack.append(self._decode(codecs.escape_decode(data[1:-1])[0]))

    def _binstring(self):
        n = int.from_bytes(self.read(4), 'little', signed=True)
        if n < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self.stack.append(self._decode(self.read(n)))

    def _bytearray8(self):
        n = self._number(8)
        if n > sys.maxsize:
            raise UnpicklingError("BYTEARRAY8 exceeds system's maximum size of %d bytes" % sys.maxsize)
        self.stack.append(bytearray(self.read(n)))

    def _next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            buf = next(self._buffers)
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None
        self.stack.append(buf)

    def _readonly_buffer(self):
        with memoryview(self.stack.top()) as m:
            if not m.readonly:
                self.stack[-1] = m.toreadonly()

    def _take(self, n):
        if len(self.stack) < n:
            raise _Underflow
        items = tuple(self.stack[-n:])
        self.stack[-n:] = []
        return items

    def _mark(self):
        self.metastack.append(self.stack)
        self.stack = _Stack()

    def _pop(self):
        if self.stack:
            del self.stack[-1]
        else:
            self.pop_mark()

    def _append_result(self, make):
        items = self.pop_mark()
        self.stack.append(make(items))

    def _dict(self):
        items = self.pop_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        self.stack.append(dict(zip(items[::2], items[1::2])))

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            try:
                value = cls(*args)
            except TypeError as err:
                raise TypeError("in constructor for %s: %s" % (cls.__name__, str(err)), err.__traceback__)
        else:
            value = cls.__new__(cls)
        self.stack.append(value)

    def _inst(self):
        module = self.readline().decode("ascii")
        name = self.readline().decode("ascii")
        self._instantiate(self.find_class(module, name), self.pop_mark())

    def _obj(self):
        args = self.pop_mark()
        if not args:
            raise _Underflow
        self._instantiate(args[0], args[1:])

    def _newobj(self):
        cls, args = self._take(2)
        self.stack.append(cls.__new__(cls, *args))

    def _newobj_ex(self):
        cls, args, kwargs = self._take(3)
        self.stack.append(cls.__new__(cls, *args, **kwargs))

    def _global(self):
        module = self.readline().decode("utf-8")
        name = self.readline().decode("utf-8")
        self.stack.append(self.find_class(module, name))

    def _stack_global(self):
        module, name = self._take(2)
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self.stack.append(self.find_class(module, name))

    def _ext(self, size):
        code = int.from_bytes(self.read(size), 'little', signed=size == 4)
        if code in _extension_cache:
            self.stack.append(_extension_cache[code])
            return
        key = _inverted_registry.get(code)
        if not key:
            if code <= 0:
                raise UnpicklingError("EXT specifies code <= 0")
            raise ValueError("unregistered extension code %d" % code)
        obj = _extension_cache[code] = self.find_class(*key)
        self.stack.append(obj)

    def _reduce(self):
        func, args = self._take(2)
        self.stack.append(func(*args))

    def _append(self):
        (value,) = self._take(1)
        self.stack.top().append(value)

    def _appends(self):
        items = self.pop_mark()
        target = self.stack.top()
        extend = getattr(target, 'extend', None)
        if extend is not None:
            extend(items)
            return
        for item in items:
            target.append(item)

    def _setitem(self):
        key, value = self._take(2)
        self.stack.top()[key] = value

    def _setitems(self):
        items = self.pop_mark()
        target = self.stack.top()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def _additems(self):
        items = self.pop_mark()
        target = self.stack.top()
        if isinstance(target, set):
            target.update(items)
            return
        for item in items:
            target.add(item)

    def _build(self):
        (state,) = self._take(1)
        inst = self.stack.top()
        setstate = getattr(inst, "__setstate__", _missing)
        if setstate is not _missing:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            attributes = inst.__dict__
            for k, v in state.items():
                attributes[sys.intern(k) if type(k) is str else k] = v
        if slots:
            for k, v in slots.items():
                setattr(inst, k, v)

    def _persid(self):
        try:
            pid = self.readline().decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings")
        self.stack.append(self.persistent_load(pid))

    def _binpersid(self):
        self.stack.append(self.persistent_load(self.stack.pop()))

    def _stop(self):
        raise _Stop(self.stack.pop())

    def _push(value):
        return lambda self: self.stack.append(value)

    dispatch = {code[0]: f for code, f in {
        PROTO: _proto, FRAME: _frame, STOP: _stop, MARK: _mark, POP: _pop, POP_MARK: pop_mark, PERSID: _persid, BINPERSID: _binpersid,
        DUP: lambda self: self.stack.append(self.stack.top()),
        NONE: _push(None), NEWTRUE: _push(True), NEWFALSE: _push(False), EMPTY_TUPLE: _push(()),
        EMPTY_LIST: lambda self: self.stack.append([]),
        EMPTY_DICT: lambda self: self.stack.append({}),
        EMPTY_SET: lambda self: self.stack.append(set()),
        INT: _int, LONG: _long, LONG4: _long4, STRING: _string, BINSTRING: _binstring,
        BININT: lambda self: self.stack.append(int.from_bytes(self.read(4), 'little', signed=True)),
        BININT1: lambda self: self.stack.append(self._number(1)),
        BININT2: lambda self: self.stack.append(self._number(2)),
        LONG1: lambda self: self.stack.append(decode_long(self._sized(1))),
        FLOAT: lambda self: self.stack.append(float(self.readline())),
        BINFLOAT: lambda self: self.stack.append(_unpack_double(self.read(8))),
        SHORT_BINSTRING: lambda self: self.stack.append(self._decode(self._sized(1))),
        UNICODE: lambda self: self.stack.append(str(self.readline(), 'raw-unicode-escape')),
        SHORT_BINUNICODE: lambda self: self.stack.append(str(self._sized(1), 'utf-8', 'surrogatepass')),
        BINUNICODE: lambda self: self.stack.append(str(self._sized(4), 'utf-8', 'surrogatepass')),
        BINUNICODE8: lambda self: self.stack.append(str(self._sized(8), 'utf-8', 'surrogatepass')),
        SHORT_BINBYTES: lambda self: self.stack.append(self._sized(1)),
        BINBYTES: lambda self: self.stack.append(self._sized(4)),
        BINBYTES8: lambda self: self.stack.append(self._sized(8)),
        BYTEARRAY8: _bytearray8, NEXT_BUFFER: _next_buffer, READONLY_BUFFER: _readonly_buffer,
        TUPLE: lambda self: self._append_result(tuple), LIST: lambda self: self._append_result(list),
        FROZENSET: lambda self: self._append_result(frozenset), DICT: _dict,
        TUPLE1: lambda self: self.stack.append(self._take(1)), TUPLE2: lambda self: self.stack.append(self._take(2)),
        TUPLE3: lambda self: self.stack.append(self._take(3)),
        GLOBAL: _global, STACK_GLOBAL: _stack_global, INST: _inst, OBJ: _obj, NEWOBJ: _newobj, NEWOBJ_EX: _newobj_ex,
        EXT1: lambda self: self._ext(1), EXT2: lambda self: self._ext(2), EXT4: lambda self: self._ext(4),
        REDUCE: _reduce, BUILD: _build,
        APPEND: _append, APPENDS: _appends, SETITEM: _setitem, SETITEMS: _setitems, ADDITEMS: _additems,
        GET: lambda self: self._fetch(int(self.readline())),
        BINGET: lambda self: self._fetch(self._number(1)), LONG_BINGET: lambda self: self._fetch(self._number(4)),
        PUT: lambda self: self._put(int(self.readline())),
        BINPUT: lambda self: self._put(self._number(1)), LONG_BINPUT: lambda self: self._put(self._number(4)),
        MEMOIZE: lambda self: self._put(len(self.memo)),
    }.items()}


def _shown(key):
    return "'%s'" % chr(key[0]) if 32 <= key[0] < 127 else "'\\x%02x'" % key[0]


def _pack_double(x):
    from struct import pack
    return pack('>d', x)


def _unpack_double(data):
    from struct import unpack
    return unpack('>d', data)[0]


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write a pickled representation of obj to the open file object file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    f = io.BytesIO()
    Pickler(f, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return f.getvalue()


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """Read and return an object from the pickle data stored in a file."""
    return Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the given pickle data."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()


Pickler, Unpickler = _Pickler, _Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads

_core = ModuleType('_pickle')
_options = "*, fix_imports=True, encoding='ASCII', errors='strict', buffers=()"
dump = _builtin(dump, _core, "obj, file, protocol=None, *, fix_imports=True, buffer_callback=None")
dumps = _builtin(dumps, _core, "obj, protocol=None, *, fix_imports=True, buffer_callback=None")
load = _builtin(load, _core, "file, " + _options)
loads = _builtin(loads, _core, "data, /, " + _options)
