def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
# slots, layout
def s1():
    class A: __slots__=('a','a')
    return A.__dict__.keys() >= {'a'}
t(s1)
def s2():
    class A: __slots__=('1a',)
t(s2)
def s3():
    class A: __slots__=(1,)
t(s3)
def s4():
    class A:
        __slots__=('x',); x=1
t(s4)
def s5():
    class A(int): __slots__=('x',)
t(s5)
def s6():
    class A: __slots__=('__dict__','__dict__')
t(s6)
def s7():
    class A: pass
    class B(A): __slots__=('__dict__',)
t(s7)
def s8():
    class A: __slots__=('__weakref__',)
    class B(A): __slots__=('__weakref__',)
t(s8)
def s9():
    class A: __slots__=('a',)
    class B: __slots__=('b',)
    class C(A,B): pass
t(s9)
def s10():
    class A: __slots__='abc'
    a=A(); a.abc=1
    return A.abc, A.__slots__
print(str(s10())[:9])
def s11():
    class A: __slots__={'x':'doc of x'}
    return A.x.__doc__ if hasattr(A.x,'__doc__') else 0
t(s11)
def s12():
    class A: __slots__=('x',)
    a=A()
    a.x
t(s12)
def s13():
    class A: __slots__=('x',)
    a=A(); del a.x
t(s13)
def s14():
    class A: __slots__=('x',)
    a=A(); a.y=1
t(s14)
def s15():
    class A: __slots__=('x',)
    A.x.__get__(5)
t(s15)
def s16():
    class A: __slots__=('x',)
    A.x.__set__(5,5)
t(s16)
def s17():
    class A: __slots__=('__x',)
    return [n for n in A.__dict__ if 'x' in n and n!='__slots__' and n!='__firstlineno__']
t(s17)
def s18():
    class A: __slots__ = ()
    class B: __slots__ = ()
    a=A(); a.__class__=B; return type(a).__name__
t(s18)
def s19():
    class A: __slots__ = ('a',)
    class B: __slots__ = ('b',)
    a=A(); a.__class__=B
t(s19)
def s20():
    class A: pass
    class B: __slots__ = ('b',)
    a=A(); a.__class__=B
t(s20)
def s21(): (5).__class__=bool
t(s21)
def s22():
    class A: pass
    A().__class__=5
t(s22)
def s23():
    class A: pass
    del A().__class__
t(s23)
def s24():
    class A: pass
    A().__class__=int
t(s24)
def s25():
    class A(int): pass
    class B(int): pass
    a=A(3); a.__class__=B; return type(a).__name__, a
t(s25)
def s26():
    import types
    class M(types.ModuleType): pass
    m=types.ModuleType('x'); m.__class__=M; return type(m).__name__
t(s26)
# mro
class X: pass
class Y: pass
class P(X,Y): pass
class Q(Y,X): pass
t(lambda: type('R',(P,Q),{}))
t(lambda: type('R',(X,X),{}))
t(lambda: type('R',(X,P),{}))
t(lambda: type('R',(bool,),{}))
t(lambda: type('R',(int,str),{}))
t(lambda: type('R',(type(None),),{}))
t(lambda: type('R',(type(lambda:0),),{}))
t(lambda: type('R',(3,),{}))
t(lambda: type('R',(object,X),{}))
t(lambda: type('R','x',{}))
t(lambda: type('R',(),3))
t(lambda: type(3,(),{}))
t(lambda: type('R',()))
t(lambda: type())
t(lambda: type(1,2,3,4))
t(lambda: type('R',(),{},x=1))
def mr(v):
    class M(type):
        def mro(cls): return v(cls)
    return M('Z',(),{}).__mro__
t(mr, lambda c: [c,object])
t(mr, lambda c: [c,int,object])
t(mr, lambda c: [c,5])
t(mr, lambda c: 5)
t(mr, lambda c: [])
t(mr, lambda c: (X,))
t(mr, lambda c: [X, object])
class MA(type): pass
class MB(type): pass
class AA(metaclass=MA): pass
class BB(metaclass=MB): pass
def mc():
    class C(AA,BB): pass
t(mc)
def mc2():
    class C(metaclass=5): pass
t(mc2)
def mc3():
    class C(metaclass=lambda n,b,ns,**k: (n,b,sorted(ns),k), x=1): pass
    return C
t(mc3)
class MP(type):
    @classmethod
    def __prepare__(m,n,b): return 5
def mc4():
    class C(metaclass=MP): pass
t(mc4)
# set_name
class SN:
    def __set_name__(self,o,n): raise ValueError('in set_name')
def sn():
    class C: a=SN()
t(sn)
try: sn()
except ValueError as e: print(e.__notes__)
class SN2:
    def __set_name__(self,o): pass
def sn2():
    class C: a=SN2()
t(sn2)
# super
t(super)
t(lambda: super(5))
t(lambda: super(int,'x'))
t(lambda: super(X,X()).foo)
t(lambda: super(X).foo)
t(lambda: repr(super(X,P()))[:60])
t(lambda: repr(super(X)))
t(lambda: super(X,P).__thisclass__)
t(lambda: super(X,P).__self_class__)
class SU(X):
    def f(self): 
        del self
        return super()
    def g(*a): return super().__init__
    @staticmethod
    def h(): return super()
    def k(self):
        return [super().__class__ for _ in (1,)]
    def l(self):
        def inner(): return super().__repr__()
        return inner()
    def m(self):
        return (lambda self: super().__hash__())(self)
t(SU().f); t(SU().h); t(lambda: SU().g()); t(SU().k); t(SU().l)
t(lambda: SU().m() == hash(1) or 'ok')
x=super(X,P())
t(lambda: setattr(x,'foo',1))
t(lambda: x.__init__(1,2,3))
t(lambda: super().foo)
class XX:
    x=1
    def f(self): return super().f()
    __class__=413
class X0:
    def f(self): return 'A'
class XX(X0):
    def f(self): return super().f()
    __class__=413
print(XX().f(), XX().__class__)
# abstract
import abc
class AB(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @property
    @abc.abstractmethod
    def g(self): pass
t(AB)
class AB1(AB):
    def g(self): pass
t(AB1)
# ops
class N:
    def __add__(s,o): return NotImplemented
    __radd__=None
    def __eq__(s,o): return NotImplemented
    __contains__=None
    __iter__=None
    __hash__=None
    __bool__=None
for f in (lambda: N()+N(), lambda: 1+N(), lambda: N()+1, lambda: N()==1, lambda: 1 in N(), lambda: iter(N()), lambda: hash(N()), lambda: bool(N()), lambda: N()<N(), lambda: N()-1, lambda: -N(), lambda: N()[1], lambda: N()(), lambda: N()@1, lambda: divmod(N(),1), lambda: pow(N(),1), lambda: pow(1,2,N()), lambda: reversed(N()), lambda: len(N()), lambda: int(N()), lambda: float(N()), lambda: complex(N()), lambda: abs(N()), lambda: round(N()), lambda: format(N(),'x'), lambda: [1][N()], lambda: range(N()), lambda: [*N()], lambda: {**N()}, lambda: N().foo, lambda: delattr(N(),'foo')):
    t(f)
def aug():
    n=N(); n+=1
t(aug)
def aug2():
    n=N(); n**=1
t(aug2)
def aug3():
    n=N(); n>>=1
t(aug3)
