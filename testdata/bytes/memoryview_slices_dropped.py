b = bytearray(b"abcdef")
m = memoryview(b)
print(bytes(m[1:3]), m[::2].tolist(), m.cast("b")[0])
try:
    b.append(1)
except BufferError as e:
    print(e)
s = m[2:]
m.release()
try:
    b.append(1)
except BufferError as e:
    print(e, len(s))
s.release()
b.append(1)
print(b)
