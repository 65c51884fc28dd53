class C:
    "doc"
    x: int = 1
    y: "str"
    def m(self, a): "mdoc"; return a
    @classmethod
    def k(cls): pass
    @staticmethod
    def s(): pass
c = C()
print(C.__name__, C.__qualname__, C.__module__, C.__doc__, C.__annotations__, C.__dict__["x"], C.__bases__, C.__class__, c.__class__, c.__module__, c.__doc__, C.__weakref__ is not None)
print(c.m.__name__, c.m.__qualname__, c.m.__doc__, c.m.__self__ is c, C.m.__qualname__, c.k.__self__ is C, C.s.__qualname__, type(c.m), type(C.m), type(C.k), type(C.s))
print(repr(C.m).split(" at ")[0], repr(c.m).split(" object at")[0], repr(C.k), repr(len), repr([].append).split(" at ")[0], repr(str.upper), repr(int.__add__), repr((1).__add__).split(" at ")[0], repr(dict.fromkeys).split(" at ")[0], repr(type.mro), repr(int.real) , repr(C.__dict__["s"]).split(" at ")[0])
C.__name__ = "Renamed"
print(C.__name__, C, C.__qualname__)
C.__qualname__ = "Q.R"
print(C)
C.new = lambda self: "added"
print(c.new())
del C.new
print(hasattr(c, "new"))
c.m = lambda: "instance method"
print(c.m())
del c.m
print(c.m(5))
f = C.m
f.attr = 1
print(f.attr, f.__dict__)
try:
    c.m.attr2 = 1
except AttributeError as e:
    print(e)
for s in ("C.__name__ = 5", "C.__module__ = 1", "C.__bases__ = 1", "C.__bases__ = ()", "C.__doc__ = 'nd'", "C.__dict__ = {}", "C.__mro__ = ()", "f.__name__ = 1", "f.__code__ = 1", "f.__defaults__ = (1,)", "f.__defaults__ = 1", "f.__dict__ = 1", "del f.__name__", "f.__globals__ = {}", "c.__class__ = C", "del c.__class__", "C.__qualname__ = 1", "del C.__module__"):
    try:
        exec(s)
        print(s, "ok")
    except Exception as e:
        print(s, "->", type(e).__name__, e)
print(c.m(), C.__doc__)
def g(): pass
g.__name__ = "other"; g.__qualname__ = "a.b"; g.__module__ = "mm"
print(g.__name__, repr(g).split(" at ")[0], g.__module__)

