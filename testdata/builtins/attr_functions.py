class C:
    a = 1
    def __init__(self): self.b = 2
    def m(self): return "m"
c = C()
print(getattr(c, "a"), getattr(c, "zz", "default"), getattr(c, "m")(), hasattr(c, "b"), hasattr(c, "q"))
setattr(c, "new attr", 5)
print(getattr(c, "new attr"), vars(c))
delattr(c, "b")
print(vars(c), callable(c.m), callable(C), callable(1), callable(len), callable(lambda: 0))
print(isinstance(c, C), issubclass(C, object), type(c) is C, type(c).__name__, isinstance(C, type))
print(dir(type("E", (), {"x": 1}))[-2:], [n for n in dir(5) if n.startswith("bit")], [n for n in dir("") if n.startswith("is")])
print(id(c) == id(c), repr(c)[:12], ascii("aé\n"), format(3.14159, ".2f"), format("x", ">5"), format(5), format(None))
print(eval("1+1"), exec("q = 1"), q, __import__("math").pi, compile("1", "", "eval").co_name)
print(globals()["q"], locals() is globals(), type(vars()).__name__)
print(object().__class__, type(object), type(None), type(...), type(NotImplemented), type(print), type(C.m), type(c.m), type(lambda: 0), type(C), type(type), type((x for x in [])), type(iter([])), type(range(1)), type({}.keys()), type(slice(1)), type(1j), type(b""), type(property()), type(staticmethod(len)), type(__builtins__), type(open), type([].append), type(str.upper), type(int.__add__), type((1).__add__), type(dict.fromkeys))
for n in ("quit", "exit", "copyright", "help"): print(n, n in dir(__builtins__))
print([t.__name__ for t in (int, float, complex, bool, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range, slice, enumerate, zip, map, filter, reversed, property, staticmethod, classmethod, super, object, type)])
print(int.__doc__ is None, len.__name__, len.__module__, print.__qualname__, str.upper.__qualname__, [].append.__qualname__, [].append.__self__, "".join.__name__)
print(staticmethod(len)("abc"), classmethod(lambda c: c.__name__).__get__(None, int)())
print(NotImplemented is NotImplemented, ... is Ellipsis)
try:
    bool(NotImplemented)
except TypeError as e:
    print(e)
import warnings

