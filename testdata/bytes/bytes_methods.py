b = b"Hello, World"
print(b, len(b), b[0], b[-1], b[1:4], b[::-1], list(b[:3]), bytes([65, 66]), bytes(3), bytes("é", "utf-8"), bytes(b"x"), bytes(range(5)), bytes(), b"a" + b"b", b"ab" * 2, b"l" in b, 72 in b, b"a" < b"b", hash(b"a") == hash(bytes([97])))
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b.find(b"o"), b.rfind(b"o"), b.index(b"W"), b.count(b"l"), b.find(111), b.replace(b"l", b"L", 1), b.split(b", "), b.partition(b","), b.rpartition(b"o"), b"a b  c".split(), b.startswith(b"He"), b.endswith((b"x", b"ld")), b",".join([b"a", bytearray(b"b")]), b" x ".strip(), b"xax".strip(b"x"), b"a\nb\r\n".splitlines(), b"ab".center(6, b"-"), b"7".zfill(3), b"a\tb".expandtabs(4), b"ab".ljust(4), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"))
print(b.decode(), b"\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"\xff".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"), b"\xff".decode("utf-8", "backslashreplace"), b"\xff\xfea\x00".decode("utf-16"), b.hex(), b"\x01\xab".hex(":"), b"abcdef".hex("-", 2), bytes.fromhex("01 aB ff"), b"abc".isalpha(), b"12".isdigit(), b"aB".islower(), b" ".isspace(), b"\xff".isascii())
print(repr(b"\x00\t\n\r\x7f\x80'\""), repr(b"it's"), repr(b'"'), str(b"abc"), b"%s|%d|%x|%5.1f|%c|%r|%b|%a" % (b"s", 5, 255, 1.25, 65, "r", b"b", "é"), b"%(a)s" % {b"a": b"v"})
for e in ("b'a' + 'b'", "'a' + b'b'", "b'a' == 'a'", "b'a' in 'a'", "'a' in b'a'", "b'a'[5]", "b'a'['x']", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes('a')", "bytes(1.5)", "bytes(-1)", "bytes(None)", "bytes(5, 'utf-8')", "b'\\xff'.decode()", "b'\\xff'.decode('ascii')", "b'a'.decode('nope')", "b'a'.join(['x'])", "b'a'.split('x')", "b'a'.replace('a', 'b')", "b'abc'.find('a')", "b'a'.startswith('a')", "bytes.fromhex('0')", "bytes.fromhex('zz')", "bytes.fromhex(5)", "b'%s' % 'str'", "b'%d' % 'x'", "b'a' * 'x'", "256 in b'a'", "b'' .index(b'x')", "b'a'.strip('a')", "b'\\xc3'.decode()", "b'ab\\xe2\\x82'.decode()", "b'\\xed\\xa0\\x80'.decode()", "b'a'.center(3, 'x')", "b'a' < 'a'", "bytes(b'a', 'x')", "b'abc'.translate(b'x')", "bytes(10**20)", "b'a'.hex(5)", "b'a'.hex('ab')", "bytes.maketrans(b'a', b'')"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
class B:
    def __bytes__(self): return b"custom"
    def __index__(self): return 3
print(bytes(B()), bytes(iter([1, 2])), bytes((7,)))

