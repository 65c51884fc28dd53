# Iterables whose iteration goes wrong, and lists, tuples and dicts that override it: what each consumer says.
import json, collections, itertools, operator, heapq, array
class L(list):
    def __iter__(self): return 5
class M(list):
    def __iter__(self): raise TypeError('mine')
class V(list):
    def __iter__(self): raise ValueError('mine')
class T(tuple):
    def __iter__(self): return 5
class D(dict):
    def __iter__(self): return 5
class D2(dict):
    def items(self): return 5
    keys = items
class NI:
    def __iter__(self): return 5
class S(str):
    def __iter__(self): return 5
def p(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for C in (L, M, V, T, NI, D):
    o = C()
    if C in (L,M,V): o.append(1); 
    if C is T: o = T((1,))
    print('==', C.__name__)
    p(lambda: json.dumps(o)); p(lambda: json.dumps(o, indent=1)); p(lambda: ''.join(o)); p(lambda: b''.join(o)); p(lambda: bytearray().join(o))
    def f(): a = [1,2,3]; a[0:1] = o; return a
    p(f)
    def f(): a = [1,2,3]; a[::2] = o; return a
    p(f)
    def f(): a = [1,2,3]; a += o; return a
    p(f)
    def f(): a = [1,2,3]; a.extend(o); return a
    p(f)
    def f(): a = bytearray(b'123'); a[0:1] = o; return a
    p(f)
    def f(): a = bytearray(b'123'); a.extend(o); return a
    p(f)
    p(lambda: dict(o)); p(lambda: dict([o])); p(lambda: list(o)); p(lambda: tuple(o)); p(lambda: set(o)); p(lambda: bytes(o)); p(lambda: sorted(o)); p(lambda: sum(o)); p(lambda: max(o))
    p(lambda: [*o]); p(lambda: (*o,)); p(lambda: {*o}); p(lambda: print(*o)); p(lambda: {**o}); p(lambda: dict(**o)); p(lambda: list(zip(o, o))); p(lambda: list(map(len, o))); p(lambda: list(enumerate(o)))
    def f(): a, b = o
    p(f)
    def f(): a, *b = o
    p(f)
    p(lambda: 1 in o); p(lambda: collections.deque(o)); p(lambda: collections.Counter(o)); p(lambda: list(itertools.chain(o))); p(lambda: list(itertools.product(o))); p(lambda: isinstance(1, o)); p(lambda: 'a'.startswith(o)); p(lambda: array.array('i', o)); p(lambda: operator.countOf(o, 1)); p(lambda: heapq.nsmallest(1, o)); p(lambda: type('X', o, {})); p(lambda: dict.fromkeys(o)); p(lambda: set().union(o)); p(lambda: frozenset() | o); p(lambda: {}.update(o)); p(lambda: memoryview(b'').cast('B', o)); p(lambda: ExceptionGroup('', o)); p(lambda: next(iter(reversed(o)))); p(lambda: all(o)); p(lambda: __import__('x', fromlist=o)); p(lambda: type(str.maketrans(o)))
p(lambda: json.dumps(D2(a=1))); p(lambda: dict(D2(a=1))); p(lambda: {**D2(a=1)}); p(lambda: dict(**D2(a=1))); p(lambda: json.dumps(D2(a=1), indent=1)); p(lambda: json.dumps(D2(a=1), sort_keys=True))
p(lambda: ''.join(S('ab'))); p(lambda: list(S('ab')))
def f():
    yield from NI()
p(lambda: list(f()))
def f():
    for x in NI(): pass
p(f)
async def g():
    async for x in NI(): pass
p(lambda: g().send(None))
class AI:
    def __aiter__(self): return 5
async def g():
    async for x in AI(): pass
p(lambda: g().send(None))
class AN:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def g():
    async for x in AN(): pass
p(lambda: g().send(None))
class AW:
    def __await__(self): return 5
async def g():
    await AW()
p(lambda: g().send(None))
