def base(x):
    class B: arg = x
    return B
class C[T]:
    T = "class"
    class Inner[U](base([T for _ in (1,)]), base(T)):
        pass
    class Plain(base([T for _ in (1,)]), base(T)):
        pass
print([getattr(b, 'arg', None) for b in C.Inner.__bases__], [b.arg for b in C.Plain.__bases__])
T = "global"
class D:
    T = "class"
    type A1[T] = [T for _ in (1,)]
    type A2 = [T for _ in (1,)]
    type A3 = (lambda: T, T)
print(D.A1.__value__, D.A2.__value__, D.A3.__value__[0](), D.A3.__value__[1])
class X:
    T = int
    def foo[U: T](self): ...
    type Alias = T
X.T = float
print(X.foo.__type_params__[0].__bound__, X.Alias.__value__)
x = "global"
def outer():
    x = "nonlocal"
    class Cls:
        global x
        type Alias = x
    Cls.x = "class"
    return Cls
print(outer().Alias.__value__)
class __Base:
    def __init_subclass__(self, **kwargs): self.kwargs = kwargs
class Derived[T](__Base, __kwarg=1):
    pass
print(Derived.__bases__[0], Derived.kwargs)
class Y[T: __Base, __V](base(lambda: __Base), base([__Base for _ in (1,)]), base(lambda: __V)):
    p = __V
    def m(self): return __name
print(Y.__type_params__[0].__bound__, Y.__bases__[0].arg(), Y.__bases__[1].arg, Y.__bases__[2].arg(), Y.p)
try: Y().m()
except NameError as e: print(e)
class Meta(type):
    def __new__(m, n, b, ns, **kw):
        print(sorted(k for k in ns if 'cell' in k))
        return super().__new__(m, n, b, ns, **kw)
class Z(metaclass=Meta):
    T = 1
    def f[U: T](self): return __class__
print(Z().f(), Z.f.__type_params__[0].__bound__)
class W:
    def f(self): return dict(__x=1)
    __y = 2
    def g(self, __z=3): return locals()
print(W().f(), [k for k in W.__dict__ if 'y' in k], W().g(_W__z=4) and list(W().g()))
