a = bytearray(b"abc")
a.append(100); a.extend(b"ef"); a.extend([103]); a.insert(0, 95)
print(a, len(a), a.pop(), a.pop(0), a)
a += b"xyz"; a *= 2
print(a)
a[0] = 65; a[1:3] = b"12345"; del a[-3:]; a[::4] = b"." * len(a[::4])
print(a, a.index(b"5"), a.count(b"."))
a.remove(ord("5")); a.reverse()
print(a)
c = a.copy(); c.clear()
print(c, a != c, bytearray(b"x") == b"x", b"x" == bytearray(b"x"), bytearray(3), bytearray("é", "latin-1"), bytearray([1, 2]), bytearray(), a.decode(), a.hex(), a.upper(), a.find(b"x"), a.split(b"."), a.replace(b"x", b"Y"), a.startswith(b"z"), bytearray(b"a") + b"b", b"a" + bytearray(b"b"), type(b"a" + bytearray(b"b")).__name__, bytearray(b"a") < b"b", 97 in bytearray(b"a"), b"" .join([bytearray(b"q")]), repr(bytearray(b"'")), str(bytearray(b"s")), list(bytearray(b"ab")), bytes(bytearray(b"z")), bytearray.fromhex("ff00"), bytearray(b"abc")[::-1], bytearray(b"ab").join([b"1", b"2"]), bytearray(b"%d") % 5)
for e in ("a.append(256)", "a.append('a')", "a.extend('abc')", "a.extend([300])", "a.remove(999)", "a.remove(1)", "a[0] = 'x'", "a[0] = 300", "a[100] = 1", "a[0:1] = 'x'", "a[0:1] = 5", "bytearray().pop()", "a.pop(99)", "hash(a)", "{a: 1}", "a + 'x'", "a['x']", "bytearray('x')", "bytearray([1, 'a'])", "bytearray(-1)", "a[::2] = b'x'", "a.insert(0, 256)", "a += 'x'", "a += [1]", "a.index(b'nope')", "del a[50]"):
    try:
        exec(e)
        print(e, "ok", a)
    except Exception as x:
        print(e, "->", type(x).__name__, x)
m = memoryview(a)
try:
    a.append(1)
except BufferError as e:
    print(e)
m.release()
a.append(33)
print(a[-1])
for x in bytearray(b"hi"): print(x, end=" ")
print(sorted(bytearray(b"cab")), max(bytearray(b"az")), sum(b"\x01\x02"), bytearray(b"a").isalpha(), bytearray(b"a,b").partition(b","), type(bytearray(b"a,b").partition(b",")[0]).__name__)

