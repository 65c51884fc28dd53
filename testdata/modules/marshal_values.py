# Values through marshal, what CPython wrote, and data that is broken.
import io
import marshal

values = [None, True, False, ..., StopIteration, 0, -1, 2**31 - 1, -2**31, 2**31, -2**40, 10**40, -(2**200), 0.0, -2.5, float("inf"), 1 - 2j, "", "abc", "é" * 3, "\ud800", "x" * 300,
          b"", b"\x00\xff", (), (1, (2, "a")), tuple(range(300)), [], [1, [2]], {}, {"a": 1, (1, 2): [None]}, set(), {1}, frozenset(), frozenset({"f"})]
for value in values:
    for version in range(5):
        again = marshal.loads(marshal.dumps(value, version))
        assert again == value and type(again) is type(value), (value, version)
print(len(values), "values;", marshal.loads(marshal.dumps(bytearray(b"ab"))), marshal.loads(marshal.dumps(memoryview(b"cd"))))
deep = [[[[]]]]
print(marshal.loads(marshal.dumps(deep)) == deep, marshal.version)
for data in (b"\xda\x01a", b"\xe9\x05\x00\x00\x00", b"\xdb\x02\x00\x00\x00\xda\x01ar\x01\x00\x00\x00", b"\xfb\xda\x01a\xa9\x02\xe9\x01\x00\x00\x00r\x03\x00\x00\x000", b"\xdb\x01\x00\x00\x00r\x00\x00\x00\x00"):
    print(marshal.loads(data))
out = io.BytesIO()
for value in (1, "two", [3]):
    marshal.dump(value, out)
out.seek(0)
print(marshal.load(out), marshal.load(out), marshal.load(out))
for call in (lambda: marshal.load(out), lambda: marshal.loads(b""), lambda: marshal.loads(b"i\x01"), lambda: marshal.loads(b"?"), lambda: marshal.loads(b"r\x00\x00\x00\x00"), lambda: marshal.loads(b"0"),
             lambda: marshal.loads(b"[\xff\xff\xff\xff"), lambda: marshal.loads(b"l\x01\x00\x00\x00\xff\xff"), lambda: marshal.dumps(object()), lambda: marshal.dumps([int]), lambda: marshal.loads("text"),
             lambda: marshal.load(5), lambda: marshal.load(io.StringIO()), lambda: marshal.dumps()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
