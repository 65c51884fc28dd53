"""Values as bytes, in CPython's format: numbers, text, bytes and containers of them.

Code objects hold no bytecode here and cannot be written or read. What is written has no references to earlier parts,
so that its bytes can differ from CPython's; both read both.
"""

import struct
import sys
from _cfunction import builtin as _builtin

__all__ = ["dump", "dumps", "load", "loads", "version"]

version = 4

_SINGLETONS = {b"N": None, b"T": True, b"F": False, b".": Ellipsis, b"S": StopIteration}
_CODES = {id(value): code for code, value in _SINGLETONS.items()}
_DEEPEST = 2000
_DIGIT = 15  # bits of an int's digit


def dumps(value, version=version, /, *, allow_code=True):
    out = bytearray()
    _write(out.extend, value, version, 0)
    return bytes(out)


def dump(value, file, version=version, /, *, allow_code=True):
    return file.write(dumps(value, version, allow_code=allow_code))


def _sized(code, data, size=None):
    return code + struct.pack("<i", len(data) if size is None else size) + data


def _number(value):
    if -2**31 <= value < 2**31:
        return b"i" + struct.pack("<i", value)
    digits, rest = [], abs(value)
    while rest:
        digits.append(rest & (1 << _DIGIT) - 1)
        rest >>= _DIGIT
    return _sized(b"l", struct.pack(f"<{len(digits)}H", *digits), len(digits) if value > 0 else -len(digits))


def _text(value, version):
    if version < 4 or not value.isascii():
        return _sized(b"u", value.encode("utf-8", "surrogatepass"))
    data = value.encode("ascii")
    return b"z" + bytes([len(data)]) + data if len(data) < 256 else _sized(b"a", data)


def _real(value, version):
    if version > 1:
        return struct.pack("<d", value)
    text = format(value, ".17g").encode()
    return bytes([len(text)]) + text


def _write(put, value, version, depth):
    if depth > _DEEPEST:
        raise ValueError("object too deeply nested to marshal")
    kind = type(value)
    if id(value) in _CODES:
        put(_CODES[id(value)])
    elif kind is int:
        put(_number(value))
    elif kind is float:
        put((b"g" if version > 1 else b"f") + _real(value, version))
    elif kind is complex:
        put((b"y" if version > 1 else b"x") + _real(value.real, version) + _real(value.imag, version))
    elif kind is str:
        put(_text(value, version))
    elif kind in (tuple, list, set, frozenset):
        code = {tuple: b"(", list: b"[", set: b"<", frozenset: b">"}[kind]
        put(b")" + bytes([len(value)]) if kind is tuple and version >= 4 and len(value) < 256 else _sized(code, b"", len(value)))
        for item in value:
            _write(put, item, version, depth + 1)
    elif kind is dict:
        put(b"{")
        for key, item in value.items():
            _write(put, key, version, depth + 1)
            _write(put, item, version, depth + 1)
        put(b"0")
    else:
        try:
            view = memoryview(value)
        except TypeError:
            raise ValueError("unmarshallable object") from None
        put(_sized(b"s", view.tobytes()))


def loads(bytes, /, *, allow_code=True):
    return _Reader(_plain(bytes)).value()


def _plain(data):
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def load(file, /, *, allow_code=True):
    """Read one value from a file, and no byte beyond it."""
    if not isinstance(file.read(0), bytes):
        raise TypeError(f"file.read() returned not bytes but {type(file.read(0)).__name__}")
    return _Reader(None, file.read).value()


class _End:
    """What ends a dict."""


class _Reader:
    def __init__(self, data, read=None):
        self.data, self.at, self.read = data, 0, read
        self.seen = []
        self.depth = 0

    def bytes(self, n):
        if self.read is not None:
            data = self.read(n)
        else:
            data = self.data[self.at:self.at + n]
            self.at += n
        if len(data) < n:
            raise EOFError("marshal data too short")
        return data

    def long(self):
        return struct.unpack("<i", self.bytes(4))[0]

    def size(self, what):
        n = self.long()
        if n < 0:
            raise ValueError(f"bad marshal data ({what} size out of range)")
        return n

    def short_text(self):
        return self.bytes(self.bytes(1)[0]).decode("latin-1")

    def value(self):
        value = self.any()
        if value is _End:
            raise TypeError("NULL object in marshal data for object")
        return value

    def items(self, n):
        return [self.value() for _ in range(n)]

    def any(self):
        try:
            code = self.bytes(1)[0]
        except EOFError:
            raise EOFError("EOF read where object expected") from None
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ValueError("recursion limit exceeded")
        try:
            return self.coded(bytes([code & 0x7f]), bool(code & 0x80))
        finally:
            self.depth -= 1

    def coded(self, code, remember):
        if code in _SINGLETONS:
            return _SINGLETONS[code]
        if code == b"0":
            return _End
        if code == b"r":
            n = self.long()
            if not 0 <= n < len(self.seen) or self.seen[n] is _End:
                raise ValueError("bad marshal data (invalid reference)")
            return self.seen[n]
        place = len(self.seen)
        if remember:
            self.seen.append(_End)  # keeps the place, and stands for what is not complete
        if code in (b"[", b"{", b"<"):
            value = self.container(code, place if remember else None)
        else:
            value = self.immutable(code)
        if remember:
            self.seen[place] = value
        return value

    def container(self, code, place):
        """A container that may contain itself: it is known before its contents."""
        value = {b"[": list, b"{": dict, b"<": set}[code]()
        if place is not None:
            self.seen[place] = value
        if code == b"{":
            while (key := self.any()) is not _End:
                value[key] = self.value()
        elif code == b"[":
            for _ in range(self.size("list")):
                value.append(self.value())
        else:
            for _ in range(self.size("set")):
                value.add(self.value())
        return value

    def immutable(self, code):
        match code:
            case b"i":
                return self.long()
            case b"l":
                n = self.long()
                digits = struct.unpack(f"<{abs(n)}H", self.bytes(2 * abs(n)))
                if any(digit >> _DIGIT for digit in digits):
                    raise ValueError("bad marshal data (digit out of range in long)")
                if digits and not digits[-1]:
                    raise ValueError("bad marshal data (unnormalized long data)")
                value = sum(digit << _DIGIT * i for i, digit in enumerate(digits))
                return -value if n < 0 else value
            case b"g":
                return struct.unpack("<d", self.bytes(8))[0]
            case b"f":
                return float(self.short_text())
            case b"y":
                return complex(*struct.unpack("<dd", self.bytes(16)))
            case b"x":
                return complex(float(self.short_text()), float(self.short_text()))
            case b"s":
                return self.bytes(self.size("bytes object"))
            case b"z" | b"Z":
                return self.short_text()
            case b"a" | b"A":
                return self.bytes(self.size("string")).decode("latin-1")
            case b"u" | b"t":
                return self.bytes(self.size("string")).decode("utf-8", "surrogatepass")
            case b")":
                return tuple(self.items(self.bytes(1)[0]))
            case b"(":
                return tuple(self.items(self.size("tuple")))
            case b">":
                return frozenset(self.items(self.size("set")))
            case b"c":
                raise ValueError("bad marshal data (pyasync has no bytecode: code objects cannot be read)")
        raise ValueError("bad marshal data (unknown type code)")


_home = sys.modules[__name__]
dumps = _builtin(dumps, _home, "value, version=4, /, *, allow_code=True")
dump = _builtin(dump, _home, "value, file, version=4, /, *, allow_code=True")
loads = _builtin(loads, _home, "bytes, /, *, allow_code=True")
load = _builtin(load, _home, "file, /, *, allow_code=True")
