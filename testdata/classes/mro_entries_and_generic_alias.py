class Proxy:
    def __init__(self, c): self.c = c
    def __mro_entries__(self, bases): print("mro_entries", len(bases)); return (self.c,)
class A(Proxy(dict)): pass
print(A.__bases__, A.__orig_bases__[0].__class__.__name__, A(x=1))
class B(list[int]): pass
print(B.__bases__, B.__orig_bases__, B([1]))
from typing import Generic, TypeVar, Protocol
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self): self.i = []
class S2(Stack[int]): pass
print(S2.__mro__[1].__name__, S2.__orig_bases__, Stack[str]().i, Stack.__class_getitem__(int))
class Meta(type):
    def mro(cls):
        m = super().mro()
        print("mro called", cls.__name__)
        return m
class M(metaclass=Meta): pass
class Abc:
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k); super().__init_subclass__()
class D(Abc, flag=1): pass
class E(D): pass
class WithCall(type):
    instances = {}
    def __call__(cls, *a):
        if cls not in cls.instances: cls.instances[cls] = super().__call__(*a)
        return cls.instances[cls]
class Single(metaclass=WithCall):
    def __init__(self, v): self.v = v
print(Single(1) is Single(2), Single(3).v)
class Ns(dict):
    def __setitem__(self, k, v):
        if k in self and not k.startswith("__"): raise TypeError(f"duplicate {k}")
        super().__setitem__(k, v)
class NoDup(type):
    @classmethod
    def __prepare__(m, n, b): return Ns()
    def __new__(m, n, b, ns): return super().__new__(m, n, b, dict(ns))
try:
    class X(metaclass=NoDup):
        a = 1
        a = 2
except TypeError as e:
    print(e)
try:
    class Y(Proxy(5)): pass
except TypeError as e:
    print(e)
class P(Protocol):
    x: int
    def f(self) -> int: ...
class Impl(P):
    x = 1
    def f(self): return 2
print(Impl().f(), isinstance(Impl(), P) if False else P.__name__)
print(type("Dyn", (A,), {"m": lambda self: len(self)})(a=1, b=2).m(), type(A), type(M))

