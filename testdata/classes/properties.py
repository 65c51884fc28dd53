class Temp:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "the doc"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self):
        print("deleting")
        del self._c
    ro = property(lambda self: "read only")
    wo = property(None, lambda self, v: print("wo", v))
t = Temp()
t.c = 25
t.c += 5
print(t.c, Temp.c.__doc__, type(Temp.c).__name__, Temp.c.fget.__name__, Temp.ro.fset)
for s in ("t.c = -300", "t.ro = 1", "del t.ro", "t.wo", "t.wo = 3", "del t.c", "t.c", "del t.c", "property(1).__get__(t)", "property(1, 2, 3, 4, 5)"):
    try:
        exec(s)
        print(s, "ok")
    except Exception as e:
        print(s, "->", type(e).__name__, e)
class Sub(Temp):
    @Temp.c.getter
    def c(self): return "overridden"
print(Sub().c)
class Sub2(Temp):
    @property
    def c(self): return super().c * 2
    @c.setter
    def c(self, v): Temp.c.fset(self, v + 1)
s = Sub2()
s.c = 4
print(s.c)
class E:
    @property
    def broken(self): return self.missing
    def __getattr__(self, n): raise AttributeError(f"no {n}")
try:
    E().broken
except AttributeError as e:
    print(e)
p = property(doc="only doc")
print(p.__doc__, p.fget, Temp.__dict__["c"].__isabstractmethod__ if hasattr(Temp.__dict__["c"], "__isabstractmethod__") else None)
class K:
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def st(a, b=2): return a + b
print(type(K.make()).__name__, K.st(1), K().st(1, b=5), K.__dict__["st"].__func__(1), K.__dict__["make"].__wrapped__.__name__)

