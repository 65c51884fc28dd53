# Members, flags and classes of enums: texts, lookups, combinations, errors, pickling.
import enum, pickle, copy, inspect
from enum import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, '|', type(e.__context__).__name__, e.__context__, getattr(e,'__notes__',None))
class Color(Enum):
    RED=1; GREEN=2; BLUE=3; ROJO=1
class Perm(Flag):
    R=4; W=2; X=1; RW=6
class IP(IntFlag):
    R=4; W=2; X=1
class S(StrEnum):
    A=auto(); Bee=auto()
class I(IntEnum):
    ONE=1; TWO=2
class E2(Flag, boundary=EJECT):
    A=1; B=4
class C2(Flag, boundary=CONFORM):
    A=1; B=4
class K2(Flag, boundary=KEEP):
    A=1; B=4
for x in [Color.RED, Color.ROJO, Perm.R|Perm.X, Perm.RW, Perm(0), ~Perm.R, IP.R|IP.W, IP(8), IP(9), IP(-1), ~IP.R, IP(-9), S.Bee, I.TWO, K2(8), K2(-1), K2(2), C2(6), E2(5), C2(7)]:
    print(repr(x), str(x), f"{x}", "%s" % x, format(x), x.name, x.value, hash(x)==hash(x._name_), pickle.loads(pickle.dumps(x)) is x, copy.copy(x) is x, copy.deepcopy(x) is x)
t(lambda: f"{Color.RED:>12}|{I.ONE:>5}|{S.A:>5}|{IP.R:>4}|{Perm.R:>12}")
for f in [lambda: Color(9), lambda: Color([]), lambda: Color['X'], lambda: Color('RED'), lambda: Perm(8), lambda: Perm(-9), lambda: Perm('x'), lambda: Perm.R|1, lambda: Perm.R in 1, lambda: 1 in Perm.R, lambda: Perm.R in Perm.RW, lambda: 4 in Perm, lambda: 99 in Color, lambda: 'x' in Color, lambda: [] in Color, lambda: Color.RED in Color, lambda: E2(8), lambda: E2(-8), lambda: IP.R|1, lambda: 1|IP.R, lambda: IP.R|8, lambda: IP.R^IP.R, lambda: IP.R&4, lambda: IP.R+1, lambda: list(Perm), lambda: list(Perm.RW), lambda: len(Perm.RW), lambda: len(Color), lambda: list(reversed(Color)), lambda: Color.__members__, lambda: dir(Color), lambda: dir(Color.RED), lambda: dir(Perm), lambda: dir(I.ONE)[:3], lambda: bool(Perm(0)), lambda: Color, lambda: Perm, lambda: Enum, lambda: Flag, lambda: EnumType,lambda: Color.RED.RED, lambda: Color.RED.foo, lambda: Color.name, lambda: setattr(Color,'RED',3), lambda: delattr(Color,'RED'), lambda: setattr(Color.RED,'value',3), lambda: setattr(Color.RED,'name',3), lambda: delattr(Color.RED,'name'), lambda: Color(), lambda: Color(1,2), lambda: Enum('A','x y z'), lambda: list(Enum('A','x y z')), lambda: list(Enum('A',['x','y'],start=5)), lambda: list(Enum('A',[('x',7),('y',8)])), lambda: list(Enum('A',{'x':1,'y':'q'})), lambda: list(IntFlag('A','x y z')), lambda: Enum('A'), lambda: Enum('A', ''), lambda: list(Enum('A',())), lambda: StrEnum('Q','aB c', module='mm', qualname='zz').__qualname__, lambda: enum.property, lambda: inspect.signature(Color), lambda: inspect.signature(Enum), lambda: inspect.signature(EnumType.__call__), lambda: inspect.signature(Color.__call__),lambda: inspect.signature(enum.property),
 lambda: enum.bin(5), lambda: enum.bin(-5), lambda: enum.bin(0), lambda: enum.bin(5,8), lambda: enum.bin(-5,8), lambda: enum.bin(-1), lambda: enum.bin(-8), lambda: enum.show_flag_values(13), lambda: enum.show_flag_values(Perm.RW), lambda: enum.show_flag_values(-1), lambda: [enum.bin(i,3) for i in range(-9,10)],
 lambda: auto(), lambda: auto(3), lambda: enum._is_private('Foo','_Foo__x'), lambda: enum._is_private('Foo','_Foo__x_'), lambda: enum._is_private('Foo','_Foo__x__'), lambda: enum._is_private('Foo','_Foo__'), lambda: enum._is_private('Foo','_Foo___'), lambda: [enum._is_dunder(n) for n in ('','_','__','____','__a__','___a__','__a___','_____','__aa__','a')], lambda: [enum._is_sunder(n) for n in ('','_','__','___','_a_','__a_','_a__','_ab_','____')]]:
    t(f)
def mk(body, base='Enum', **kw):
    ns=dict(globals())
    src='class X(%s):\n    '%base+body.replace('\n','\n    ')
    exec(src+'\n',ns); return list(ns['X'])
for b in [('A=1\nA=2',),('mro=1',),('_x_=1',),('_order_="A B"\nA=1\nB=2',),('_order_="B A"\nA=1\nB=2',),('_ignore_="q z"\nq=3\nA=1',),('A=1\n_ignore_=["A"]',),('A=auto()\n_generate_next_value_=lambda *a: 3',),('_generate_next_value_=lambda *a: a\nA=auto()\nB=auto()',),('A=(1,auto())\nB=(auto(),2)',),('A=nonmember(3)\nB=member(len)\nC=1',),('A="x"\nB=auto()',),('A=1.5\nB=auto()',),('A=auto()\nB=auto()','Flag'),('A="x"\nB=auto()','Flag'),('A=1','Color'),('A=1','int'),('A=1','Enum,int'),('A="10"','int,Enum'),('A="x"','int,Enum'),('A=(1,2)','tuple,Enum'),('A=b"x","utf8"','StrEnum'),('A=1','StrEnum'),('A=1,2,3,4','StrEnum'),('A="a",1','StrEnum'),('A="a","b",1','StrEnum'),('A=1','ReprEnum'),('A=[]\nB=[]\nC={}',),('A=1\ndef f(self): return 3\nclass Inner: pass\nB=Inner',),('__slots__=()\nA=1',),('A=3\nB=1','Flag'),('A=1\nB=8\nC=9','IntFlag'),('_A__x=3\n_X__y=4\nA=1',),('def __init__(self,a): self.a=a; self.q=len(type(self)._member_names_)\nA=3\nB=4',),('def __new__(cls,v):\n  o=object.__new__(cls); o._value_=v*2; return o\nA=1\nB=2',),('def __new__(cls,v):\n  return super().__new__(cls,v)\nA=1',),('value=3\nname=4',),('A=1\nname="x"\nvalue="y"',),('A=None',),('A=1,\nB=(1,2)',),('A=True\nB=1',),('A=0\nB=1\nC=2\nD=3','Flag'),('A=1\nA',),('A: int = 3\nB: int',)]:
    t(lambda: mk(*b))
class P(Enum):
    value=3; name=4; A=5
t(lambda:(P.value, P.name, P.A.value, P.A.name, P.value.value, P.name.name, list(P)))
t(lambda: unique(Color))
for chk in (UNIQUE, CONTINUOUS, NAMED_FLAGS):
    for c in (Color, Perm): t(lambda: verify(chk)(c))
def m(body, base='Enum'):
    ns=dict(globals()); exec('class X(%s):\n    '%base+body, ns); return ns['X']
t(lambda: verify(CONTINUOUS)(m('A=1;B=5;C=9')))
t(lambda: verify(CONTINUOUS)(m('A=1;B=16','Flag')))
t(lambda: verify(NAMED_FLAGS)(m('A=1;B=6','Flag')))
t(lambda: verify(NAMED_FLAGS)(m('A=1;B=6;C=18;D=3;E=35','Flag')))
t(lambda: verify(NAMED_FLAGS)(m('A=1;B=4;C=2;D=10','Flag')))
t(lambda: EnumCheck.UNIQUE); t(lambda: list(FlagBoundary)); t(lambda: list(EnumCheck)); t(lambda: STRICT)
class M(Enum):
    A=1
    @classmethod
    def _missing_(cls, v):
        if v=='e': raise KeyError('boo')
        if v=='v': raise ValueError('vv')
        if v=='bad': return 5
        if v=='ok': return cls.A
for v in 'e','v','bad','ok','none': t(lambda: M(v))
class G(Enum):
    A=[1]; B=[2]; AA=[1]
t(lambda: (G([1]), G([2]), [1] in G, list(G), G.AA, G.__members__)); t(lambda: G([3]))
t(lambda: G.A._add_alias_('Z') or G.Z); t(lambda: G.A._add_alias_('B')); t(lambda: G.A._add_value_alias_(9) or G(9)); t(lambda: G.B._add_value_alias_(9)); t(lambda: G.B._add_value_alias_([9]) or G([9]));
class Meta(EnumType):
    def __call__(cls,*a): print('call',a); return super().__call__(*a)
    def __getitem__(cls,n): print('item',n); return super().__getitem__(n)
class MM(Enum, metaclass=Meta):
    A=1
t(lambda: MM(1)); t(lambda: MM['A']); t(lambda: MM(3))
class W(Enum):
    A=1
    @property
    def value(self): return 'w%s'%self._value_
    def __str__(self): return 'STR'
    def __hash__(self): return 7
    def __eq__(self,o): return True
t(lambda: (W.A.value, str(W.A), f'{W.A}', hash(W.A), W(1), W.A==3, {W.A:1}))
class Fl(Flag):
    A=1;B=2
    def __or__(self,o): return 'or'
t(lambda: (Fl.A|Fl.B, Fl.A&Fl.B, Fl.A^Fl.B, Fl(3)))
import dataclasses
@dataclasses.dataclass
class D:
    a:int; b:str='x'
class DE(D,Enum):
    X=1,; Y=2,'q'
t(lambda: (list(DE), DE.X.a, DE.Y.b, str(DE.X)))
class IS:
    def __init_subclass__(cls,**k): super().__init_subclass__(**k); print('sub',cls,list(getattr(cls,'__members__',())))
class ISE(IS,Enum): 
    A=1; B=2
class Desc:
    def __set_name__(self,o,n): self.n=n; print('set_name',o.__name__,n)
    def __get__(self,i,o): return self.n
class DD(Enum):
    A=1
    d=Desc()
t(lambda:(DD.d,DD.A.d,list(DD)))
class H(Enum):
    A=1
    B=A
    C=property(lambda s: 4)
t(lambda:(H.B,H.A.C))
t(lambda: H.C)
t(lambda: Enum.__dict__['name'].__doc__)
for n in ('__str__','__hash__','__repr__','__new__','__reduce_ex__','__format__','__dir__'):
    f=getattr(Enum,n); print(n, f.__qualname__, f.__module__, f.__name__, inspect.signature(f), type(f).__name__)
t(lambda: pickle.dumps(Enum.__hash__)); t(lambda: pickle.loads(pickle.dumps(Perm.R|Perm.X)))
print(len(enum.__all__), EnumDict().member_names, Color._member_names_, Color._member_map_, Perm._flag_mask_, Perm._singles_mask_, Perm._all_bits_, Perm._boundary_)
