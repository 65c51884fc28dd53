class Data:
    def __get__(self, o, t=None): return ("data get", o is None, t.__name__)
    def __set__(self, o, v): print("data set", v)
class NonData:
    def __get__(self, o, t=None): return ("nondata", o is None)
class Only:
    def __set__(self, o, v): o.__dict__["only"] = v * 2
class C:
    d = Data()
    n = NonData()
    o = Only()
c = C()
print(c.d, C.d, c.n, C.n)
c.d = 1
c.__dict__["d"] = "shadow"
print(c.d)
c.n = "instance wins"
print(c.n)
print(type(c.o).__name__)
c.o = 4
print(c.o)
try:
    del c.d
except AttributeError as e:
    print(e)
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o)
        return v
class L:
    @Lazy
    def val(self):
        print("computing")
        return 99
l = L()
print(l.val, l.val)
f = C.__init__
def func(self, x): return (type(self).__name__, x)
print(func.__get__(c, C)(3), func.__get__(None, C) is func, type(func.__get__(c)).__name__)
bm = func.__get__(c)
print(bm.__func__ is func, bm.__self__ is c, bm == func.__get__(c), bm.__name__)
print(staticmethod(func).__get__(c)(c, 1), classmethod(func).__get__(c)(2), staticmethod(func)(c, 7))
class Bad:
    def __get__(self, o, t): raise AttributeError("inside get")
class H:
    b = Bad()
    def __getattr__(self, n): return f"fallback {n}"
print(H().b)
print("__dict__" in C.__dict__, type(C.__dict__["d"]).__name__, type(vars(L)["val"]).__name__)
try:
    func.__get__()
except TypeError as e:
    print(e)

