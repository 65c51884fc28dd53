b = bytearray(b"abcdef")
m = memoryview(b)
print(m[0], m[-1], bytes(m[1:3]), m.tolist(), len(m), m.nbytes, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.readonly, m.contiguous, m.obj is b)
m[0] = 90
m[1:3] = b"YX"
print(b, m[::2].tolist(), bytes(m[::-1]), m[2:].tobytes(), m == b, m == b"ZYXdef", m[:2] == m[:2], m.hex())
r = memoryview(b"ro")
print(r.readonly, hash(r) == hash(b"ro"), 114 in r, list(r), repr(r).split(" at ")[0], isinstance(r, memoryview), bytes(r), bytearray(r), r.tobytes(), b"".join([r]))
c = memoryview(bytearray(8)).cast("I")
c[0] = 5
print(c.tolist(), c.itemsize, c.format, c.nbytes, c.cast("B").tolist(), len(c))
for e in ("r[0] = 1", "m[0] = 'x'", "m[0] = 300", "m[9]", "m['a']", "m[0:2] = b'abc'", "memoryview('a')", "memoryview(5)", "memoryview()", "hash(m)", "m + b'x'", "m.cast('Z')", "memoryview(b'abc').cast('I')", "m < m", "del m[0]", "m.foo", "m[0:2] = 5", "m[1.5]"):
    try:
        exec(e)
        print(e, "ok")
    except Exception as x:
        print(e, "->", type(x).__name__, x)
with memoryview(b"ctx") as v: print(v.tolist())
for op in (lambda: v[0], lambda: v.tolist(), lambda: len(v), lambda: bytes(v)):
    try:
        op()
    except ValueError as e:
        print(e)
print(m.toreadonly().readonly)
m.release()
b.append(1)
print(len(b))

