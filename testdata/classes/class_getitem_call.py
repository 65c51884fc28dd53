class Box:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __call__(self, *a, **k): return ("called", a, k)
print(Box[int], Box[1, 2], Box()(1, x=2), callable(Box()), callable(Box), callable(5))
class Sub(Box): pass
print(Sub["x"])
print(list[int], dict[str, int], tuple[int, ...], type[int], set[int] | None, list[int]([1]), list[int] == list[int], list["int"])
g = dict[str, list[int]]
print(g.__origin__, g.__args__, g.__parameters__, hash(list[int]) == hash(list[int]), repr(g))
for e in ("int[str]", "5[0]", "Box()[0]", "str['a']", "object[int]", "(lambda: 0)[1]", "None[1]", "print['x']", "type[int][str]", "list[int][str]", "list[int].foo", "len[0]", "Box.x"):
    try:
        print(e, eval(e))
    except (TypeError, AttributeError) as x:
        print(e, "->", type(x).__name__, x)
print(int | str, int | None, (int | str) == (str | int), isinstance(3, int | str), (int | str).__args__, type(int | str), int | list[int], None | int)
class Callable2:
    def __init__(self): self.__call__ = lambda: "instance attr"
try:
    Callable2()()
except TypeError as e:
    print(e)
class K:
    def __init__(self): self.n = 0
    def __call__(self):
        self.n += 1
        return self
print(K()()().n)
import typing
T = typing.TypeVar("T")
class G(typing.Generic[T]):
    def get(self) -> T: return 1
print(G[int], G[int]().get(), G.__parameters__, G[int].__origin__ is G, G[T][str])
try:
    G[int, str]
except TypeError as e:
    print(e)

