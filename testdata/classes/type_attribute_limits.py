import ast,sys
for m in ('single','exec'):
  for fl in (0, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT):
    for s in ('def f():  await arange(10)\n','def f():  [x async for x in arange(10)]\n','def f():  [await x async for x in arange(10)]\n','def f():\n  async for i in a: pass\n','[x async for x in a]\n','lambda: [x async for x in a]\n','class C:\n  [x async for x in a]\n','def f(): (x async for x in a)\n'):
        try: compile(s,'?',m,flags=fl); print(m,fl,s,'ok')
        except SyntaxError as e: print(m,fl,s,e)
class HL:
    def __init__(s,n): s.n=n
    def __len__(s): return s.n
for n in (sys.maxsize+1, -sys.maxsize-10, -1, None, 4.5, True, -2**200, 2**200):
    try: print(len(HL(n)))
    except Exception as e: print(type(e).__name__, e)
    try: print(bool(HL(n)))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: type('A\udcdcB',(),{}), lambda: type('A\0B',(),{}), lambda: setattr(C,'__name__','A\udcdcB'), lambda: setattr(C,'__name__','A\0B'), lambda: setattr(C,'__name__',3), lambda: setattr(C,'__qualname__',3), lambda: setattr(C,'__qualname__','d\udcdc'), lambda: type('A',(),{'__doc__':'x\udcdcy'}), lambda: type('A',(),{'__qualname__':3}), lambda: setattr(C,'__doc__','x\udcdc'), lambda: C.__name__, lambda: setattr(C,'__module__',4), lambda: C.__module__,lambda: delattr(C,'__name__'),lambda: delattr(C,'__qualname__'),lambda: delattr(C,'__module__'),lambda: delattr(C,'__doc__'), lambda:setattr(int,'__name__','x'), lambda:setattr(int,'x','x'), lambda:delattr(int,'x'), lambda:setattr(C,'__bases__',()), lambda: delattr(C,'__bases__'), lambda: setattr(C,'__bases__',3), lambda: setattr(C,'__bases__',(3,)), lambda: setattr(C,'__mro__',3), lambda: setattr(C,'__dict__',3), lambda: setattr(C,'__base__',3),lambda: setattr(C,'__annotations__',3),lambda: C.__annotations__,lambda: delattr(C,'__annotations__'),lambda: delattr(C,'__annotations__'), lambda: setattr(C,'__type_params__',()), lambda: C.__type_params__, lambda: setattr(C,'__abstractmethods__',['x']), lambda: C.__abstractmethods__, lambda:C(), lambda: delattr(C,'__abstractmethods__'), lambda: delattr(C,'__abstractmethods__'), lambda: C.__abstractmethods__, lambda: type.__abstractmethods__):
    class C0: pass
    try: C
    except NameError: C=C0
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def g(): yield
def h(): pass
async def co(): pass
async def ag(): yield
import warnings
warnings.simplefilter('always')
import itertools
for a,b in itertools.product((g,h,co,ag),repeat=2):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        def k(): pass
        k.__code__=a.__code__
        w.clear()
        k.__code__=b.__code__
        print(a.__name__,b.__name__,[str(x.message) for x in w])
a=1
def outer():
    z=1;b=2;a=3
    def u(p,z2=4): 
        y=1
        def v(): return z,a,b,y,p
        print(list(locals()))
        return v
    print(u.__code__.co_freevars,u.__code__.co_cellvars,u.__code__.co_varnames, u(1).__code__.co_freevars)
    print([c.cell_contents for c in u(9).__closure__])
    print(locals().keys())
outer()
array = bytearray(b',')
def iterator():
    try: array.clear()
    except BufferError as e: print(e)
    yield b'A'
    yield b'B'
print(array.join(iterator()))
