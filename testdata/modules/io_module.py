import io
s = io.StringIO("line1\nline2\nline3")
print(repr(s.readline()), repr(s.read(3)), s.tell(), s.readlines(), repr(s.read()), s.seek(0), s.getvalue(), s.truncate(5), repr(s.getvalue()))
s = io.StringIO()
print(s.write("ab"), s.write("é"), s.getvalue(), s.tell(), s.seek(0), s.write("Z"), s.getvalue(), s.closed, s.readable(), s.writable(), s.seekable())
s.writelines(["1", "2"]); print(s.getvalue()); s.close()
for op in (lambda: s.read(), lambda: s.write("x"), lambda: s.getvalue()):
    try:
        op()
    except ValueError as e:
        print(e)
b = io.BytesIO(b"bytes\ndata")
print(b.read(2), b.readline(), b.tell(), b.read(), b.seek(-4, 2), b.read(), b.getvalue(), b.getbuffer().nbytes)
b = io.BytesIO(); b.write(b"abc"); b.write(bytearray(b"d")); b.seek(1); print(b.read(1), b.read1(), b.readinto(bytearray(2)), list(io.BytesIO(b"a\nb")), [l for l in io.StringIO("x\ny\n")])
t = io.TextIOWrapper(io.BytesIO("h\u00e9\r\nz".encode()), encoding="utf-8")
print(t.encoding, repr(t.read()), t.newlines)
out = io.BytesIO()
w = io.TextIOWrapper(out, encoding="utf-8", newline="\r\n", write_through=True)
w.write("a\nb"); w.flush(); print(out.getvalue())
r = io.BufferedReader(io.BytesIO(b"hello world"))
print(r.peek(3)[:3], r.read(5), r.read())
with io.StringIO("ctx") as f: print(f.read())
print(f.closed, isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase), io.DEFAULT_BUFFER_SIZE, io.SEEK_END, issubclass(io.UnsupportedOperation, (OSError, ValueError)), io.open is open)
for e in ("io.StringIO(b'x')", "io.BytesIO('x')", "io.StringIO().write(b'x')", "io.BytesIO().write('x')", "io.StringIO().seek(-1)", "io.StringIO('a').seek(1, 1)", "io.StringIO(5)", "io.BytesIO(b'a').seek(-5)", "io.StringIO().fileno()", "io.BytesIO().foo", "io.StringIO('a', newline='x')", "io.TextIOWrapper(5)", "io.StringIO().read('x')", "io.BytesIO(5)", "io.StringIO().readline(1.5)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
print(repr(io.StringIO("a\r\nb").read()), repr(io.StringIO("a\r\nb", newline=None).read()), io.StringIO("a\rb", newline=None).readlines(), io.StringIO("abc").read(-1), io.StringIO("abc").read(0) == "", io.BytesIO(b"x" * 3).read(100), io.StringIO("q").readline(), next(io.StringIO("n\n")), io.BytesIO(b"abc").readlines(), io.BytesIO(b"a\nb").readlines(1))

