"""Quoted-printable encoding (RFC 1521)."""

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b'='
MAXLINESIZE = 76
_hex = b'0123456789ABCDEF'


def needsquoting(c, quotetabs, header):
    """Tell whether the byte c must be written as =XX."""
    if c in b' \t':
        return quotetabs
    if c == b'_':
        return header
    return c == ESCAPE or not b' ' <= c <= b'~'


def quote(c):
    c = ord(c)
    return ESCAPE + bytes((_hex[c >> 4], _hex[c & 15]))


def encode(input, output, quotetabs, header=False):
    """Encode one binary file into another."""
    def write(s, end=b'\n'):
        if s and s[-1:] in b' \t' and end != b'=\n':
            output.write(s[:-1] + quote(s[-1:]) + end)
        elif s == b'.':
            output.write(quote(s) + end)
        else:
            output.write(s + end)
    previous = None
    while line := input.readline():
        stripped = b''
        if line[-1:] == b'\n':
            line = line[:-1]
            stripped = b'\n'
        out = []
        for c in line:
            c = bytes((c,))
            if needsquoting(c, quotetabs, header):
                c = quote(c)
            out.append(b'_' if header and c == b' ' else c)
        if previous is not None:
            write(previous)
        this = b''.join(out)
        while len(this) > MAXLINESIZE:
            cut = MAXLINESIZE - 1
            # An escape is not broken.
            if this[cut - 1:cut] == ESCAPE:
                cut -= 1
            elif this[cut - 2:cut - 1] == ESCAPE:
                cut -= 2
            write(this[:cut], end=b'=\n')
            this = this[cut:]
        previous = this
    if previous is not None:
        write(previous, end=stripped)


def encodestring(s, quotetabs=False, header=False):
    """Encode bytes."""
    from io import BytesIO
    out = BytesIO()
    encode(BytesIO(s), out, quotetabs, header)
    return out.getvalue()


def ishex(c):
    return b'0' <= c <= b'9' or b'a' <= c <= b'f' or b'A' <= c <= b'F'


def unhex(s):
    return int(s, 16)


def decodestring(s, header=False):
    """Decode bytes (or ASCII text)."""
    if isinstance(s, str):
        s = s.encode('ascii')
    s = bytes(s)
    out = bytearray()
    i, n = 0, len(s)
    while i < n:
        c = s[i:i + 1]
        if c == b'=':
            if i + 1 >= n:
                break
            d = s[i + 1:i + 2]
            if d == b'\n':
                i += 2
            elif d == b'\r' and s[i + 2:i + 3] == b'\n':
                i += 3
            elif d == b'=':
                out += b'='
                i += 2
            elif i + 2 < n and ishex(d) and ishex(s[i + 2:i + 3]):
                out.append(unhex(s[i + 1:i + 3]))
                i += 3
            else:
                # Whitespace behind the sign of a soft line break.
                j = i + 1
                while j < n and s[j] in b' \t\r':
                    j += 1
                if j < n and s[j] == 10:
                    i = j + 1
                else:
                    out += b'='
                    i += 1
        elif header and c == b'_':
            out += b' '
            i += 1
        elif c in b' \t':
            j = i
            while j < n and s[j] in b' \t\r':
                j += 1
            if j < n and s[j] == 10 and b'\r' not in s[i:j]:
                i = j
            else:
                out += c
                i += 1
        else:
            out += c
            i += 1
    return bytes(out)


def decode(input, output, header=False):
    """Decode one binary file into another."""
    output.write(decodestring(input.read(), header))
