class M(type):
    def __instancecheck__(cls, o): return o == "magic" or type.__instancecheck__(cls, o)
    def __subclasscheck__(cls, c): return c is int or type.__subclasscheck__(cls, c)
class A(metaclass=M): pass
class B(A): pass
print(isinstance("magic", A), isinstance("no", A), isinstance(B(), A), issubclass(int, A), issubclass(str, A), issubclass(B, A))
print(isinstance(1, (str, (float, int))), isinstance(1, int | str), issubclass(bool, int | str), isinstance(None, int | None), isinstance(True, int))
for e in ("isinstance(1, 5)", "isinstance(1, (int, 5))", "isinstance('a', (int, 5))", "issubclass(1, int)", "issubclass(int, 1)", "isinstance(1, list[int])", "issubclass(int, list[int])", "isinstance(1)", "isinstance(1, int, 2)", "issubclass(int)", "isinstance(1, int | list[int])", "isinstance([], 'list')"):
    try:
        print(e, eval(e))
    except TypeError as x:
        print(e, "->", x)
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f"{self.name}:{self.area()}"
class Sq(Shape):
    def area(self): return 4
    name = "sq"
class Half(Shape):
    def area(self): return 1
print(Sq().show(), Shape.__abstractmethods__ == {"area", "name"}, Half.__abstractmethods__)
for c in (Shape, Half):
    try:
        c()
    except TypeError as e:
        print(e)
@Shape.register
class Dup: pass
print(isinstance(Dup(), Shape), issubclass(Dup, Shape), Dup.__mro__ == (Dup, object))
class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        if cls is Hooked: return hasattr(c, "quack") or NotImplemented
        return NotImplemented
class Duck:
    quack = 1
print(issubclass(Duck, Hooked), isinstance(Duck(), Hooked), issubclass(int, Hooked))
class Odd:
    __class__ = int
print(isinstance(Odd(), int), type(Odd()) is int, Odd().__class__)

