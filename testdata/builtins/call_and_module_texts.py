import types, sys
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
# module repr
m = types.ModuleType.__new__(types.ModuleType)
t(repr, m)
m.__file__='/tmp/foo.py'; t(repr, m)
del m.__file__
class L: pass
m.__loader__=L; t(repr,m)
m.__name__='foo'; t(repr,m)
class FL:
    @classmethod
    def module_repr(c,m): return 'x'
m.__loader__=FL(); print(repr(m)[:14])
# raise
class CE(Exception):
    def __new__(cls,*a): return 5
def r1(): raise IndexError from CE
t(r1)
def r2(): raise CE
t(r2)
def r3(): raise IndexError from 5
t(r3)
def r4(): raise IndexError from int
t(r4)
class MyE(Exception):
    def __init__(s): raise RuntimeError('in init')
def r5(): raise IndexError from MyE
t(r5)
# function type
def f(a,*,k=1): pass
t(types.FunctionType, f.__code__, {}, None, None, None, 5)
t(types.FunctionType, f.__code__, {}, None, 5)
t(types.FunctionType, f.__code__, {}, 5)
t(types.FunctionType, f.__code__, 5)
t(types.FunctionType, 5, {})
# getattr exceptions
class AC:
    def __getattribute__(s,n): raise AttributeError('booh '+n)
    def __getattr__(s,n): return 'got '+n
t(lambda: AC().x)
class G:
    def booh(self): raise AttributeError("booh")
class A1:
    a = property(G.booh)
t(lambda: A1().a)
class I: __init__=property(G.booh)
t(I)
class K: __call__=property(G.booh)
t(lambda: K()())
class S: __str__=property(G.booh); __repr__=property(G.booh); __len__=property(G.booh); __iter__=property(G.booh); __bool__=property(G.booh); __add__=property(G.booh);__getitem__=property(G.booh);__enter__=property(G.booh);__exit__=property(G.booh);__format__=property(G.booh);__index__=property(G.booh);__contains__=property(G.booh)
t(lambda: str(S())); t(lambda: len(S())); t(lambda: bool(S())); t(lambda: S()+1); t(lambda: S()[1]);t(lambda: range(S()))
def w():
    with S(): pass
t(w)
class D: __del__=property(G.booh)
# extcall
def g(*a,**k): print(a,k)
class MD(dict):
    def items(self): return [('x',1),('x',2)]
    def keys(self): return ['x','x']
    def __getitem__(s,k): return 1
def h(a=1,x=2,**k): print(a,x,k)
t(h, **MD())
class MD2:
    def keys(self): return ['x','x']
    def __getitem__(s,k): return 1
t(lambda: h(**MD2()))
t(lambda: h(a=3,**MD2()))
t(lambda: h(**{'a':1},**{'a':2}))
t(lambda: h(**{1:3}))
t(lambda: h(**{1:3},**{1:5}))
t(lambda: h(**{1:3},**{'a':5}))
t(lambda: g(*5))
t(lambda: g(**5))
t(lambda: g(1,*5,**5))
t(lambda: h(*(1,2,3)))
t(lambda: h(1,a=2))
t(lambda: dict(**{1:2}))
t(lambda: print(**{1:2}))
t(lambda: print(sep='',**{'sep':''}))
t(lambda: print.__call__(**{'x':''}))
class O:
    def m(self,*,k): pass
t(O().m, 1)
t(O().m)
t(O.m)
t(lambda: O().m(**{'k':1},**{'k':1}))
t(lambda: O.m(1,k=1,**{'k':1}))
t(lambda: (lambda: 0)(**{'k':1},**{'k':1}))
t(lambda: h.__call__(**{'k':1},**{'k':1}))
t(lambda: len(**{'k':1},**{'k':1}))
t(lambda: [].append(**{'k':1},**{'k':1}))
t(lambda: Str()(**{'k':1},**{'k':1}))
t(lambda: O(**{'k':1},**{'k':1}))
t(lambda: O(*3))
class Str:
    def __str__(s): return "strO"
t(lambda: Str()(**{"k":1},**{"k":1}))
t(lambda: nothing(*3))
# metaclass
def mk():
    kw={'metaclass':type}
    class C(metaclass=type, **kw): pass
t(mk)
