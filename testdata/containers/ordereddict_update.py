from collections import OrderedDict
import heapq, bisect
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, '|', e)
class Keys:
    def keys(self): return ['a']
    def __getitem__(self, k): return k*2
class Items:
    def items(self): return [(1,2),(3,4)]
class Items2:
    def items(self): return [(1,2),5]
class Items3:
    def items(self): return 5
class KeysBad:
    def keys(self): return 5
class KeysBad2:
    def keys(self): raise ValueError('keys')
class L:
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i
class L5:
    def __getitem__(self, i):
        if i > 5: raise IndexError
        return i
class LB:
    def __getitem__(self, i): raise KeyError('x')
def gen(n):
    yield from range(n)
class Sub(OrderedDict): pass
class Sub2(OrderedDict):
    def __setitem__(self, k, v):
        print('set', k, v); super().__setitem__(k, v)
for C in OrderedDict, Sub, Sub2:
    for x in [1], ['a'], ['ab'], ['abc'], [''], [()], [(1,)], [(1,2)], [(1,2,3)], [[1]], [[1,2,3]], [1.5, None], 5, None, 'ab', [(1,2), 5], Keys(), Items(), Items2(), Items3(), KeysBad(), KeysBad2(), [L()], [L5()], [gen(0)], [gen(1)], [gen(2)], [gen(3)], [{1:2, 3:4}], [{1:2}], [([], 1)], {1:2}, {1:2}.items(), iter([(1,2)]), [LB()], LB(), gen(2), [{1,2}], {1: 2}.keys(), [range(2)], [range(3)], [b'ab'], [b'a']:
        print(C.__name__, type(x).__name__, x if isinstance(x, (list, int, str, float)) and 'object' not in repr(x) else '')
        t(C, x); 
        o = C(z=1)
        t(o.update, x); print(o)
t(OrderedDict, 1, 2); t(OrderedDict().update, 1, 2); t(OrderedDict().update)
t(OrderedDict, [(1, 2)], a=5)
o = OrderedDict(q=1)
try: o |= [1]
except Exception as e: print(type(e).__name__, e)
try: o |= [(1, 2)]; print(o)
except Exception as e: print(type(e).__name__, e)
try: o |= 5; print(o)
except Exception as e: print(type(e).__name__, e)
try: o |= [(1, 2, 3)]; print(o)
except Exception as e: print(type(e).__name__, e)
try: o | [(1, 2)]
except Exception as e: print(type(e).__name__, e)
