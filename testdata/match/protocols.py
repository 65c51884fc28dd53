import collections, collections.abc
class Seq(collections.abc.Sequence):
    def __init__(s,*a): s.a=a
    def __len__(s): print('len'); return len(s.a)
    def __getitem__(s,i): print('get',i); return s.a[i]
    def __iter__(s): print('iter'); return iter(s.a)
class Map(collections.abc.Mapping):
    def __init__(s,**a): s.a=a
    def __len__(s): print('len'); return len(s.a)
    def __getitem__(s,i): print('get',i); return s.a[i]
    def __iter__(s): print('iter'); return iter(s.a)
    def get(s,k,d=None): print('.get',k); return s.a.get(k,d)
    def keys(s): print('keys'); return s.a.keys()
def t(n,f):
    print('--',n)
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
def s1():
    match Seq(1,2,3):
        case []: return 'e'
        case [a]: return 1
        case [_,_]: return 2
        case [*r]: return r
t(1,s1)
def s2():
    match Seq(1,2,3):
        case [1,_,*_]: return 2
t(2,s2)
def s3():
    match Seq(1,2,3):
        case [1,5,*r]: return 2
        case [1,_,x]: return x
t(3,s3)
def s4():
    match Seq(1,2,3):
        case [*_]: return 2
t(4,s4)
def s5():
    match Seq(1,2,3):
        case [*_,3]: return 2
t(5,s5)
def s6():
    match Seq(1,2,3):
        case [1,*_,y]: return y
t(6,s6)
def m1():
    match Map(a=1,b=2):
        case {}: return 'any'
t(7,m1)
def m2():
    match Map(a=1,b=2):
        case {'a':5,'b':x}: return 'any'
        case {'a':1,**r}: return r
t(8,m2)
class A: K='a'; L='a'
def m3():
    match Map(a=1,b=2):
        case {A.K:1,A.L:x}: return 'any'
t(9,m3)
def m4():
    match {'a':1}:
        case {A.K:1,'a':x}: return 'any'
t(10,m4)
def m5():
    match {'a':1,'b':3}:
        case {A.K:1,'a':x}: return 'any'
t(11,m5)
class P:
    __match_args__=('x','y')
    @property
    def x(s): print('x'); return 1
    @property
    def y(s): print('y'); return 2
    z=4
def c1():
    match P():
        case P(2,y): return y
        case P(1,y,z=w): return y,w
t(12,c1)
def c2():
    match P():
        case P(1,x=3): return 1
t(13,c2)
def c3():
    match P():
        case P(1,2,3): return 1
t(14,c3)
def c4():
    match 3:
        case int(1,2): return 1
t(15,c4)
class Q: __match_args__=['x']
class R: __match_args__=('x',3); x=1
class S: __match_args__=('x','x'); x=1
def c5():
    match Q():
        case Q(1): return 1
t(16,c5)
def c6():
    match R():
        case R(1,2): return 1
t(17,c6)
def c7():
    match S():
        case S(1,_): return 1
t(18,c7)
def c8():
    match object():
        case object(1): return 1
t(19,c8)
x=3
def c9():
    match 1:
        case x(): return 1
t(20,c9)
def c10():
    a=b=0
    match (1,2,3):
        case (a,b,4): return 'no'
        case (a,*b) if a>5: return 'no2'
        case _: return a,b
t(21,c10)
class N:
    match (1,2):
        case (q,r): pass
    match [5,6,7]:
        case [w,*v] | (w,v): pass
    print([k for k in locals()])
def c11():
    match (1,(2,9)):
        case (1,(a,3)) | (a,(_,9)): return a
t(22,c11)
class Bad:
    def __eq__(s,o): raise ValueError('eq')
def c12():
    a=0
    try:
        match (1,Bad()):
            case (a,5): pass
    except ValueError as e: return a,e
t(23,c12)
async def co():
    match (1,2):
        case (a,b) if await z(a): return a,b
        case (c,b): return c,b
async def z(a): return a==3
import asyncio
print(asyncio.run(co()))
def c13():
    match 5:
        case int() as n if n>3: return n
t(24,c13)
def c14():
    match {'a':{'b':[1,{'c':2}]}}:
        case {'a':{'b':[x,{'c':y}]}, **rest}: return x,y,rest
t(25,c14)
class Par: pass
collections.abc.Mapping.register(Par)
class Ch(Par): pass
def c15(v):
    match v:
        case [*_]: return 'seq'
        case {}: return 'map'
        case _: return None
print(c15(Par()),c15(Ch()),c15('ab'),c15(b'ab'),c15(bytearray(b'a')),c15(range(3)),c15(collections.deque()),c15(memoryview(b'a')), c15({1}), c15(collections.UserDict()), c15(collections.OrderedDict()))
class BM(collections.abc.Sequence, collections.abc.Mapping):
    def __len__(s): return 0
    def __getitem__(s,i): 0
    def __iter__(s): 0
print(c15(BM()))
class DD(dict):
    def get(s,k,d=None): print('DDget'); return 42
def c16():
    match DD(a=1):
        case {'a':v}: return v
t(26,c16)
def c17():
    match collections.defaultdict(int):
        case {'a':v}: return v
        case _: return 'none'
t(27,c17)
def c18():
    match [1,2]:
        case [x,y] if (lambda: x+y)()==3: return (lambda:(x,y))()
t(28,c18)
try:
    exec('match 1:\n case {"a":1,"a":2}: pass')
except SyntaxError as e: print(e)
try:
    exec('match 1:\n case {-0:1,0:2}: pass')
except SyntaxError as e: print(e)
