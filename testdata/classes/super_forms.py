class A:
    name = "A"
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    def __getitem__(self, k): return ("A", k)
class B(A):
    name = "B"
    def f(self): return super().f() + ">B"
    @classmethod
    def c(cls): return super().c() + ">B"
    def s(self): return super().s()
    @property
    def p(self): return super().p + ">B"
    def names(self): return super().name, super(B, self).name, self.name
    def __getitem__(self, k): return super().__getitem__(k)
    def nested(self):
        def inner(): return super(B, self).f()
        return inner()
    def bad_nested(self):
        return [super().f() for _ in range(1)]
    def get_super(self): return super()
b = B()
print(b.f(), B.c(), b.c(), b.s(), b.p, b.names(), b[1], b.nested(), b.bad_nested())
print(repr(b.get_super()).split(",")[0], type(b.get_super()).__name__, b.get_super().__thisclass__, b.get_super().__self_class__)
for e in ("super()", "super(5)", "super(A, 5)", "super(A, int)", "b.get_super().nope", "super(B, b).name", "super(B).__self__", "super(B, B).s()", "b.get_super()[1]", "super(1, 2)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
class P:
    def set_x(self, v): super().__setattr__("x", v * 2)
p = P()
p.set_x(4)
print(p.x)
class S(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
    def __add__(self, o): return S(super().__add__(o))
print(S("ab") + "cd", type(S("a") + "b").__name__)
def free(self): return super().f()
B.free = free
try:
    b.free()
except RuntimeError as e:
    print(e)
def noarg(): super()
try:
    noarg()
except RuntimeError as e:
    print(e)

