import sys
def show(*a): print(*a)
l=[1,2]
print([sorted(k for k in locals() if k[0]!='_') for x in l])
print([locals()["x"] for x in l])
print([vars()["x"] for x in l])
print(["x" in dir() for x in l])
print([eval("x") for x in l])
y=0
[exec("y = x") for x in l]
print(y)
print(["a" in sys._getframe().f_locals for a in [0]])
print(type([sys._getframe().f_locals for a in [0]][0]).__name__)
print("a" in [sys._getframe().f_locals for a in [0]][0])
print([sys._getframe().f_locals["a"] for a in [0]][0])
class C:
    z=5
    print([sorted(locals()) for x in l])
    print([eval("x") for x in l])
    try: print([eval("z") for x in l])
    except NameError as e: print(e)
    print([locals() is locals() for x in l], locals() is locals())
    r=[locals() for x in l]
def f():
    q=1
    x=7
    r=[dict(locals()) for x in l]
    print(r)
    print([sorted(locals()) for w in l])
    print([eval("w") for w in l])
    print({w:sorted(locals()) for w in l for v in l})
    print([locals()['x'] for x in l],x)
    print([(exec("x=9"), x) for x in l],x)
f()
print(f.__code__.co_varnames, f.__code__.co_cellvars, f.__code__.co_nlocals)
def g(a):
    b=[i for i in a if i]
    c={k:v for k,v in a}
    d=sum(t for t in a)
    for i in a: pass
    return b
print(g.__code__.co_varnames, g.__code__.co_cellvars, g.__code__.co_nlocals, g.__code__.co_names)
def h(a):
    b=[lambda: i for i in a if i]
    return b
print(h.__code__.co_varnames, h.__code__.co_cellvars, h.__code__.co_nlocals, h.__code__.co_names)
try: print([undefd for x in l])
except NameError as e: print(type(e),e)
class D:
    __class__=2
    try: r=[__class__ for x in [1]]
    except NameError as e: print(type(e),e)
    print(__class__)
class E:
    try: r=[__class__ for x in [1]]
    except NameError as e: print(type(e),e)
    try: __class__
    except NameError as e: print(type(e),e)
    try: (lambda: __class__)()
    except NameError as e: print(type(e),e)
def k():
    (nsg): int
    try: print(nsg)
    except NameError as e: print(type(e),e)
k()
print(k.__code__.co_varnames, k.__code__.co_names)
def k2():
    nsg: int
    try: print(nsg)
    except NameError as e: print(type(e),e)
k2()
print(k2.__code__.co_varnames, k2.__code__.co_names)
def k3():
    (nsg): int = 5
    print(nsg)
k3()
print(k3.__code__.co_varnames, k3.__code__.co_names)
class K:
    (a): int = 4
    (b): int
    c: int
print(K.__annotations__)
