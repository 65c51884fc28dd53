import sys, types
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
# frame f_locals proxy
def f():
    x = 1; y = 2
    d = sys._getframe().f_locals
    print(list(reversed(d)), len(d), 'x' in d, list(d.keys()), list(d.items())[:2])
    from collections import abc
    print(isinstance(d, abc.Mapping), isinstance(d, abc.MutableMapping))
    class SK(str):
        def __hash__(s): return hash('x')
        def __eq__(s, o): return o == 'x'
    print(d[SK('q')])
    d[SK('q')] = 5
    print(x)
    t(lambda: d.pop('x')); t(lambda: d.popitem()); t(lambda: d.clear()); t(d.__delitem__, 'x'); t(lambda: d['nope'])
    t(lambda: sorted(map(str, d | {"z": 1}))); t(lambda: list({"z": 1} | dict(d))); t(lambda: hash(d)); t(lambda: d == dict(d)); t(lambda: list(d.copy()))
    d |= {'x': 7}; print(x)
    d.update(x=8) if 0 else d.update({'x': 8}); print(x)
    print(d.setdefault('x', 3), d.setdefault('new', 3), d['new'], d.get('nope'), d.get('nope', 4))
    t(lambda: d < d); t(lambda: type(d)()); t(lambda: type(d)(3)); t(lambda: d[[]]); t(lambda: [] in d)
    t(lambda: d.get([])); 
    d[5] = 6; print(5 in d, d[5])
    print(type(d).__name__, type(d.keys()).__name__, type(d.values()).__name__, type(d.items()).__name__, type(iter(d)).__name__)
f()
def m(p):
    match p:
        case {'a': q}: print(q)
    def inner(): return p
    d = sys._getframe().f_locals
    d['p'] = 'changed'
    print(inner(), p)
    match d:
        case {'p': r}: print(r)
    print({**d}.keys(), dict(**{k: v for k, v in d.items()}).keys())
m({'a': 1})
def unb():
    d = sys._getframe().f_locals
    d['later'] = 3
    print(later)
    later = 4
    print(d['later'])
    del later
    t(lambda: d['later'])
unb()
def fr():
    return sys._getframe()
F = fr()
print(F.f_lineno, F.f_code.co_name, F.f_locals)
t(F.clear)
t(lambda: sys._getframe().clear())
def g():
    yield sys._getframe()
G = g(); fr2 = next(G)
print(fr2.f_back)
t(fr2.clear)
t(lambda: next(G))
t(lambda: delattr(F, 'f_lineno')); t(lambda: setattr(F, 'f_lineno', 3)); t(lambda: setattr(F,'f_locals',3)); t(lambda: setattr(F,'f_code',3)); t(lambda: setattr(F, 'foo', 3))
print(F.f_trace, F.f_trace_lines, F.f_trace_opcodes)
t(types.FrameType)
# duck gens
class Duck:
    def __iter__(s): return s
    def __next__(s): raise StopIteration(4)
    def send(s,v): raise StopIteration(5)
    def throw(s,*a): raise a[0]
    def close(s): print('closed')
@types.coroutine
def dk(): return Duck()
async def use(): return await dk()
try: use().send(None)
except StopIteration as e: print(e.value)
@types.coroutine
def lst(): return [1]
async def use2(): return await lst()
t(lambda: use2().send(None))
t(lambda: types.coroutine(3))
t(lambda: types.coroutine(print)())
