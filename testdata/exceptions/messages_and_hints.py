# Error texts and what they suggest.
import traceback, sys, types
def t(src, ns=None):
    try:
        exec(src, ns if ns is not None else {})
    except BaseException as e:
        print("".join(traceback.format_exception_only(e)), end="")
class Thing:
    def __init__(self): self.alpha = 1; self.bravo = 2; self._private = 3
    def method(self): pass
    def go(self): return alpha
    def go2(self): return self.alhpa
ns = {"Thing": Thing}
for s in ["Thing().aplha", "Thing().methd()", "Thing().privat", "prnt(1)", "lenght = 3; print(lenghth)", "import maths", "import math; math.sqr(2)",
  "Thing().go()", "Thing().go2()", "int('5', bas=10)", "sorted([1], ky=1)", "def f(alpha, beta): pass\nf(alpa=1)",
  "def f(*, key): pass\nf(kye=1)", "def f(a, /): pass\nf(a=1)", "def f(a,b,c,d): pass\nf()", "def f(a,b,*,c,d): pass\nf(1,2)","def f(a,b): pass\nf(1,2,3)","def f(a,b=1): pass\nf(1,2,3)","def f(a,b=1,*,c): pass\nf(1,2,3,c=1)","def f(): pass\nf(1)","def f(a): pass\nf(1,a=2)",
  "def f(**k): pass\nf(**{1:2})", "def f(**k): pass\nf(a=1, **{'a':2})", "def f(*a): pass\nf(*5)", "def f(**a): pass\nf(**5)", "class A: pass\nA(1)", "class A:\n def m(): pass\nA().m()", "class A:\n def __init__(self, x): pass\nA()", "class A:\n def m(self, x, y): pass\nA().m(1)", "class A:\n def m(self, x, y): pass\nA.m(1)",
  "True.foo", "None.append(1)", "[].apend(1)", "''.joinn()", "{}.item()", "(1).foo", "sys", "random.randint(1,2)", "json.dumps(1)", "import sys; sys.pth", "Tru", "nul", "self", "exit_", "__nam__", "import xml.etre", "import os.pathx", "from . import x", "from .foo import x", "from __future__ import nope", "import asyncio; asyncio.slep(1)", "import asyncio; asyncio.rn()",
  "def outer():\n value = 1\n def inner():\n  return valeu\n return inner()\nouter()", "def outer():\n print(x)\n x = 1\nouter()", "def outer():\n def inner(): return x\n inner()\n x = 1\nouter()", "class C:\n x = y\n y = 1\nC", "del zzz", "def f():\n x=1\n del x\n print(x)\nf()", "x: int\nx", "import math\nmath.pi()", "'a'()", "5[0]", "5()", "None()", "None[0]", "(1,2)(3)", "[1,2](3)", "int[0]", "print[0]", "len.foo", "lambda: 0[1]", "def f(): pass\nf.x", "def f(): pass\nf[0]", "class A: pass\nA.x", "class A: pass\nA().x", "class A: pass\nA[0]", "class A: pass\nA()[0]", "class A: pass\nA()[0]=1", "class A: pass\ndel A()[0]", "class A: pass\nlen(A())", "class A: pass\niter(A())", "class A: pass\nnext(A())", "class A: pass\nA()+1", "class A: pass\nA()<1", "class A: pass\n-A()", "class A: pass\nA()()", "class A: pass\n1 in A()", "class A: pass\nwith A(): pass", "class A: pass\nasync def f():\n async with A(): pass\nf().send(None)", "class A: pass\nasync def f():\n async for x in A(): pass\nf().send(None)", "class A: pass\nhash(A()); A.__hash__=None; hash(A())", "class A: __slots__=('a',)\nA().b=1", "class A: __slots__=('a',)\nA().a", "object().x = 1", "class A(int): pass\nA().x","class A:\n @property\n def p(self): return 1\nA().p=2","class A:\n @property\n def p(self): return 1\ndel A().p","class A:\n p = property()\nA().p"]:
    print(">>>", repr(s)); t(s, dict(ns))
