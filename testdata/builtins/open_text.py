import os
p = os.path.join(os.environ["TMPDIR"], "f.txt")
with open(p, "w", encoding="utf-8") as f:
    print(f.write("line1\nline2\n"), f.writelines(["é\n", "last"]), f.name == p, f.mode, f.encoding, f.closed, f.writable(), f.readable(), f.seekable())
print(f.closed)
with open(p, encoding="utf-8") as f:
    print(repr(f.read(3)), repr(f.readline()), f.readlines(), repr(f.read()))
    f.seek(0)
    print([l for l in f], f.tell() > 0)
with open(p, "a", encoding="utf-8") as f: f.write("\nappended")
print(repr(open(p, encoding="utf-8").read()))
with open(p, "r+", encoding="utf-8") as f:
    f.write("LINE")
    f.seek(0)
    print(f.readline(), end="")
with open(p, "rb") as f:
    b = f.read()
    print(b[:6], len(b), f.mode)
    f.seek(-3, 2)
    print(f.read(), f.tell(), f.seek(1), f.read(2), f.seek(1, 1))
with open(p, "wb") as f: print(f.write(b"a\r\nb\rc\n"))
print(open(p).readlines(), open(p, newline="").readlines(), open(p, newline="\n").readlines(), open(p, newline="\r").readlines())
with open(p, "w", newline="\r\n") as f: f.write("x\ny\n")
print(open(p, "rb").read())
with open(p, "x" if not os.path.exists(p) else "w") as f: pass
for a in ((p, "x"), ("/no/such/dir/f",), (p, "zz"), (p, "rwa"), (p, "rb", -1, "utf-8"), (p, "r", 0), (os.environ["TMPDIR"],), ("",), (None,)):
    try:
        open(*a)
    except Exception as e:
        print(type(e).__name__, str(e).replace(os.environ["TMPDIR"], "T"))
f = open(p); f.close()
for op in (f.read, f.readline, lambda: f.write("x"), f.__enter__, lambda: next(f), f.close):
    try:
        print(op())
    except ValueError as e:
        print(e)
with open(p, "w") as f:
    try:
        f.read()
    except Exception as e:
        print(type(e).__name__, e)
    try:
        f.write(b"bytes")
    except TypeError as e:
        print(e)
with open(p, "wb") as f:
    try:
        f.write("str")
    except TypeError as e:
        print(e)
    f.write(b"\xff\xfe")
try:
    open(p, encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
print(repr(open(p, encoding="latin-1").read()), repr(open(p, encoding="utf-8", errors="replace").read()), repr(open(p, errors="ignore").read()))
os.remove(p)
print(os.path.exists(p))

