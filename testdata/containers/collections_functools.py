from collections import *
import collections, copy, pickle
def t(f):
    try: r = f(); print(type(r).__name__, repr(r) if ' at 0x' not in repr(r) else '')
    except BaseException as e: print(type(e).__name__, e)
d=deque([1,2,3],maxlen=4)
for f in (lambda:d.append(4), lambda:d.append(5), lambda:d, lambda:d.appendleft(0), lambda:d, lambda:d.rotate(2), lambda:d, lambda:d.rotate(-1), lambda:d, lambda:d.insert(1,9), lambda:d.pop(), lambda:d.popleft(), lambda:d.insert(1,9), lambda:d, lambda:d.index(9), lambda:d.index(77), lambda:d.remove(77), lambda:d.count(9), lambda:d.reverse(), lambda:d, lambda:d[0], lambda:d[10], lambda:d['a'], lambda:d[0:1], lambda:d+deque([1]), lambda:d+[1], lambda:d*2, lambda:d==deque(d), lambda:d<deque([100]), lambda:d.copy(), lambda:copy.copy(d), lambda:copy.deepcopy(d), lambda:pickle.loads(pickle.dumps(d)), lambda:deque('abc').extendleft('xy'), lambda:deque(maxlen=-1), lambda:deque(maxlen='a'), lambda:deque(1), lambda:deque().pop(), lambda:list(reversed(deque('abc'))), lambda:9 in d, lambda:d.maxlen, lambda:deque([1],1,2), lambda: d.clear(), lambda:d, lambda: bool(d), lambda: deque([[]]) , lambda: deque.__doc__, lambda: hash(d)): t(f)
x=deque(); x.append(x); print(x)
o=OrderedDict(a=1,b=2,c=3)
for f in (lambda:o.move_to_end('a'), lambda:o, lambda:o.move_to_end('c',last=False), lambda:o, lambda:o.move_to_end('zz'), lambda:o.popitem(), lambda:o.popitem(last=False), lambda:o, lambda:o==OrderedDict(b=2), lambda:o=={'b':2}, lambda:OrderedDict(a=1,b=2)==OrderedDict(b=2,a=1), lambda:o|{'z':1}, lambda:{'z':1}|o, lambda:list(reversed(o)), lambda:o.keys(), lambda:o.items(), lambda:o.values(), lambda:o.copy(), lambda:copy.deepcopy(o), lambda:OrderedDict.fromkeys('ab',1), lambda:o.pop('q'), lambda:o.pop('q',5), lambda:o.setdefault('n'), lambda:OrderedDict(1,2), lambda:OrderedDict([(1,2)]), lambda:pickle.loads(pickle.dumps(o)), lambda:o.__reduce__()[0], lambda:OrderedDict().popitem()): t(f)
o=OrderedDict((i,i) for i in range(100))
for i in range(0,100,7): o.move_to_end(i,last=i%2==0)
for i in range(0,100,3): del o[i]
for i in range(50): o[i]=i
print(list(o), list(reversed(o))==list(o)[::-1])
dd=defaultdict(list)
for f in (lambda:dd['a'].append(1), lambda:dd, lambda:dd.get('q'), lambda:defaultdict(1), lambda:defaultdict(None,a=1)['b'], lambda:dd.copy(), lambda:dd|{'x':1}, lambda:dd.default_factory, lambda:defaultdict(int,{'a':1}), lambda:dd.__missing__('zz'), lambda:copy.deepcopy(dd), lambda:pickle.loads(pickle.dumps(dd)), lambda: dd==dict(dd)): t(f)
c=Counter('abracadabra')
for f in (lambda:c, lambda:c.most_common(2), lambda:c['zz'], lambda:c+Counter('xyza'), lambda:c-Counter('aaab'), lambda:c&Counter('ab'), lambda:c|Counter('zzz'), lambda:+Counter(a=-1,b=2), lambda:-Counter(a=-1,b=2), lambda:list(Counter(a=2,b=1).elements()), lambda:c.total(), lambda:c.update('zz'), lambda:c, lambda:c.subtract('abc'), lambda:c, lambda:Counter(a=1)<=Counter(a=2), lambda:Counter(a=1)==Counter(a=1,b=0), lambda:Counter.fromkeys('a'), lambda:Counter(1), lambda:Counter(a=1,b='x').most_common(), lambda:c.copy()==c, lambda:pickle.loads(pickle.dumps(c))==c, lambda: dict(c), lambda: c.pop('a'), lambda: Counter([1,1,2]).items()): t(f)
m=ChainMap({'a':1},{'a':2,'b':3})
for f in (lambda:m, lambda:m['a'], lambda:m['b'], lambda:m['q'], lambda:len(m), lambda:list(m), lambda:dict(m), lambda:m.new_child({'a':9})['a'], lambda:m.parents, lambda:m.pop('b'), lambda:m.__setitem__('z',1), lambda:m, lambda:'b' in m, lambda:m|{'k':1}, lambda: m.maps): t(f)
for f in (lambda:UserDict(a=1), lambda:UserList([1,2])+[3], lambda:UserString('ab').upper(), lambda:UserList([3,1])<[4], lambda: UserDict({1:2})|{3:4}): t(f)
import functools, heapq, bisect
for f in (lambda:functools.reduce(lambda a,b:a*b,[1,2,3,4]), lambda:heapq.nlargest(2,[1,5,3]), lambda:heapq.nsmallest(2,[1,5,3],key=lambda v:-v), lambda:list(heapq.merge([1,4],[2,3])), lambda:list(heapq.merge([4,1],[3,2],reverse=True)), lambda:heapq.heappop([]), lambda:heapq.heappush((1,),2), lambda:heapq.heapify(3), lambda:bisect.bisect([1,2,2,3],2), lambda:bisect.bisect_left([1,2,2,3],2), lambda:bisect.bisect([1,2],1,-1), lambda:bisect.insort([1,3],2), lambda:bisect.bisect_left([(1,'a'),(2,'b')],2,key=lambda t:t[0]), lambda:sorted('bca',key=functools.cmp_to_key(lambda a,b:(a<b)-(a>b))), lambda: heapq.heapreplace([],1), lambda: heapq.heappushpop([1,2],0)): t(f)
h=[]
import random; random.seed(3)
for i in range(200): heapq.heappush(h,random.randrange(1000))
print(h); print([heapq.heappop(h) for _ in range(100)]); print(h)
l=[random.random() for _ in range(50)]; heapq.heapify(l); print(l[:10])
@functools.lru_cache(maxsize=3)
def g(*a,**k): return a,k
for i in (1,2,3,1,4,2,1): g(i)
g(1,x=2); g(x=1); print(g.cache_info()); g.cache_clear(); print(g.cache_info())
@functools.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x:int): return 'int'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd(True), sd([]), sd('a'), sd.registry.keys())
@functools.total_ordering
class V:
    def __init__(s,v): s.v=v
    def __lt__(s,o): return s.v<o.v
    def __eq__(s,o): return s.v==o.v
print(V(1)<=V(1), V(2)>V(1), V(1)>=V(2))
class C:
    @functools.cached_property
    def p(self): print('once'); return 5
    def m(self,a,b=2): return a,b
    pm=functools.partialmethod(m,1)
    @functools.singledispatchmethod
    def s(self,x): return 'o'
    @s.register
    def _(self,x:int): return 'i'
x=C(); print(x.p,x.p,x.__dict__,x.pm(),x.pm(b=4),x.s(1),x.s('')); 
f=functools.partial(int,base=2); print(f, f('101'), f.func, f.args, f.keywords, functools.partial(f,'11')())
