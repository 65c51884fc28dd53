import warnings
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def f(self): return 'A'
class T:
    def various(self):
        class X(A):
            def f(self): return super().f()
            __class__ = 413
        x = X()
        print(x.f(), x.__class__)
        class X:
            x = __class__
            def f(): __class__
        print(X.x)
        try:
            exec("class X:\n    __class__\n    def f():\n        __class__", globals(), {})
        except NameError as e: print(type(e), e)
        class X:
            global __class__
            __class__ = 42
            def f(): __class__
        print(globals()["__class__"], '__class__' in X.__dict__)
        del globals()["__class__"]
        class X:
            nonlocal __class__
            __class__ = 42
            def f(): __class__
        print(__class__)
T().various()
class U:
    class V:
        try: x = __class__
        except NameError as e: print(type(e), e)
    def g(self):
        class W:
            def h(self): return __class__
            k = __class__
            z = [__class__.__name__ for _ in (1,)] if 0 else 1
            l = lambda: __class__
        print(W.k, W().h(), W.l())
        print([__class__ for _ in (1,)], list(__class__ for _ in (1,)))
        return super().__repr__
U().g()
class S:
    __slots__ = ('x', '__y')
t(lambda: S().x); t(lambda: S()._S__y)
def loc():
    class S2: __slots__ = ('x',)
    S2().x
t(loc)
def mr(v):
    class M(type):
        def mro(cls): return v(cls)
    return M('Z', (), {}).__mro__
t(mr, lambda c: [])
t(mr, lambda c: (A,))
t(mr, lambda c: [A, object])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    C = type('MyClass', (), {1: 2})
    class meta(type):
        def __new__(m, n, b, ns):
            ns[1] = 2
            return super().__new__(m, n, b, ns)
    class Other(metaclass=meta): pass
    print([(x.category.__name__, str(x.message), x.lineno) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    t(type, 'MyClass', (), {1: 2})
