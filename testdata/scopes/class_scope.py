x = "global"
class A:
    x = "class"
    y = [x for _ in range(2)]
    z = (lambda: x)()
    w = [q for q in x]
    def m(self): return x
print(A.y, A.z, A.w, A().m())
def f():
    x = "func"
    class B:
        print(x)
        x = "inner"
        print(x)
        def g(self): return x, __class__
    return B
B = f()
print(B().g()[0], B().g()[1] is B, B.__qualname__)
class C:
    for i in range(3): pass
    if i == 2:
        flag = True
    def __init__(self): self.v = self.flag
    del i
print(C().v, hasattr(C, "i"))
class D:
    locals()["dyn"] = 5
    print(sorted(k for k in locals() if not k.startswith("__")))
print(D.dyn)
def g():
    a = 1
    class E:
        nonlocal a
        a = 2
    return a
print(g())
class Outer:
    class Inner:
        def who(self): return type(self).__qualname__
    inst = Inner()
print(Outer.inst.who(), Outer.Inner.__qualname__)
try:
    class Bad:
        val = undefined
except NameError as e:
    print(e)
class Self:
    def __init__(self): self.__private = 1
    def get(self): return self.__private
s = Self()
print(s.get(), sorted(vars(s)))
try:
    s.__private
except AttributeError as e:
    print(e)
class _Under:
    __a = 3
    def f(self, __b=1): return __b
print(_Under._Under__a, _Under.f.__code__.co_varnames)

