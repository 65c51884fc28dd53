src='''
import os.path as p, sys
from json import dumps as d, loads
x = 1
def f(a, *b, k=1, **c):
    global gg
    gg = a.attr.other
    a.st = p.join(x)
    import re
    def inner(): return a, re.compile
    with a as z: pass
    try: pass
    except ValueError as e: pass
    a.aug += 1
    del gg
    return [q.foo for q in b if unknown], super().meth()
class C(Base, metaclass=M):
    """doc"""
    y = 5
    def m(self): return self.__priv
type A[T] = list[T]
'''
def show(c, d=0):
    print(' '*d, c.co_name, c.co_names, c.co_varnames, c.co_cellvars, c.co_freevars, c.co_nlocals, hex(c.co_flags), c.co_argcount)
    for k in c.co_consts:
        if hasattr(k,'co_name'): show(k,d+2)
show(compile(src,'x','exec'))
