import builtins
names = sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException))
for n in names:
    c = getattr(builtins, n)
    print(n, "->", ">".join(b.__name__ for b in c.__mro__[1:-1]))
print(IOError is OSError, EnvironmentError is OSError)
for c in (UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError):
    try:
        c()
    except TypeError as e:
        print(e)
u = UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 1, "invalid start byte")
print(u, u.encoding, u.object, u.start, u.end, u.reason)
print(UnicodeEncodeError("ascii", "é", 0, 1, "ordinal not in range(128)"), UnicodeEncodeError("ascii", "éé", 0, 2, "r"), UnicodeTranslateError("x€", 1, 2, "r"))
o = OSError(2, "No such file", "name.txt")
print(o, repr(o), type(o).__name__, o.errno, o.strerror, o.filename, o.args)
print(repr(OSError(2, "m")), OSError("just msg"), OSError(13, "denied").__class__.__name__, OSError(17, "x").__class__.__name__, repr(OSError(9999, "q")), OSError(2, "m", "a", None, "b"))
s = SyntaxError("msg", ("f.py", 3, 5, "text\n"))
print(s, s.filename, s.lineno, s.offset, s.text, s.msg)
s = StopIteration(1, 2)
print(s.value, StopIteration().value)
print(SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code)
i = ImportError("m", name="n", path="p")
print(i, i.name, i.path, i.msg)
n = NameError("n", name="x")
a = AttributeError("a", name="q", obj=5)
print(n.name, a.name, a.obj, AttributeError().name)
for bad in ("ImportError(foo=1)", "ValueError(x=1)", "NameError(y=2)", "SyntaxError('a', 5)", "StopIteration(value=3)", "KeyError(1).foo"):
    try:
        print(eval(bad))
    except (TypeError, AttributeError) as e:
        print(bad, type(e).__name__, e)
print(isinstance(ConnectionResetError(), OSError), ConnectionError.__bases__, TimeoutError.__bases__, RecursionError.__bases__, ModuleNotFoundError.__bases__)

