import sys, io
print()
print(1, "a", None, [1], sep=", ", end=".\n")
print("no newline", end="")
print()
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print(*range(5), sep="\n")
buf = io.StringIO()
print("to buffer", 1, file=buf, flush=True)
print(repr(buf.getvalue()))
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
print("x", 1, sep="-", file=w)
print(w.parts)
print("é", "日本", "\t|", "\\", "a\nb", repr("a\nb"))
for bad in ("print(sep=5)", "print(1, end=5)", "print('a', file=5)", "print(1, flush='yes')", "print(1, bogus=2)", "print(1, file=None)"):
    try:
        eval(bad)
    except Exception as e:
        print(bad, type(e).__name__, e)
sys.stdout.write("direct\n")
print(sys.stdout.write("count me\n"))
print("stderr line", file=sys.stderr)
old = sys.stdout
sys.stdout = io.StringIO()
print("hidden")
got = sys.stdout.getvalue()
sys.stdout = old
print("got", repr(got))
print(print("nested"))
print("%s|%5d|%-5s|" % ("a", 1, "b"), end="\n\n")
print("a\rb".encode(), "tab\tend")
sys.stdout.flush()
print(sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.name, sys.stdout.mode)
sys.stdout.writelines(["l1\n", "l2\n"])

