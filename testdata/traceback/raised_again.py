# What raising again adds to a traceback, and what it does not.
import traceback, sys
def h(): raise
def g():
    try: 1/0
    except ZeroDivisionError: h()
def g2():
    try: 1/0
    except ZeroDivisionError as e:
        e.__traceback__ = None
        raise
def g3():
    try: 1/0
    except ZeroDivisionError as e:
        raise e
def g4():
    try: 1/0
    except ZeroDivisionError as e:
        raise e.with_traceback(None)
def g6():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError: raise
def g7():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise KeyError(5)
def g8():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise e
def g9():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3)])])
    except* ValueError as e: raise KeyError(5) from e
    except* TypeError as e: raise OSError(2) from None
def g10():
    try:
        raise ValueError(1)
    except* ValueError as e: raise e
def g11():
    try:
        raise ValueError(1)
    except* TypeError as e: raise e
def g12():
    try:
        g3()
    except Exception:
        try:
            g4()
        except Exception as e2:
            raise
def g13():
    class CM:
        def __enter__(self): return self
        def __exit__(self, t, v, tb):
            raise KeyError("exit") from v
    with CM():
        1/0
def g14():
    class CM:
        def __enter__(self): return self
        def __exit__(self, t, v, tb): return False
    with CM() as a, CM() as b:
        g3()
def gen():
    try: yield 1
    finally: 1/0
def g17():
    it = gen(); next(it)
    it.throw(ValueError("thrown"))
def g18():
    def inner():
        yield from gen()
    it = inner(); next(it); it.throw(ValueError("thrown"))
def g19():
    return [x for x in gen()]
def g20():
    raise StopIteration(3)
def gg():
    yield next(iter([]))
def g21():
    list(gg())
def g22():
    e = ValueError("a"); e2 = TypeError("b")
    e.__cause__ = e2; e2.__context__ = e
    raise e
def g23():
    try: g22()
    except ValueError as e: raise KeyError from e.__cause__
def g24():
    sorted([3, 1], key=lambda x: x.foo)
def g25():
    list(map(lambda x: 1/x, [1, 0]))
def g26():
    class D:
        @property
        def p(self): return self.q
        def __getattr__(self, n): return self.__missing(n)
        def _D__missing(self, n): raise AttributeError(n)
    D().p
def g27():
    class M(type):
        def __new__(m, n, b, d): raise TypeError("meta")
    class X(metaclass=M): pass
def g28():
    class X:
        def __init_subclass__(cls, **k): raise ValueError(k)
    class Y(X, a=1): pass
def g29():
    class Desc:
        def __set_name__(self, o, n): raise RuntimeError("sn")
    class X: a = Desc()
def g30():
    eval("1 +\n foo")
def g31():
    exec("def f():\n  1/0\nf()")
def g32():
    exec(compile("x = 1\ny = x/0", __file__, "exec"))
for fn in list(globals().values()):
    if callable(fn) and fn.__name__[0] == "g" and fn.__name__[1:].isdigit() or fn is g:
        print("#", fn.__name__)
        try: fn()
        except BaseException: traceback.print_exc(file=sys.stdout)
