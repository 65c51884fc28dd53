import abc, typing
from typing import Protocol, runtime_checkable, NamedTuple, TypedDict, Optional, Union, List, Dict, Any, Callable, Literal, Final, ClassVar, TypeVar, Generic, Annotated, cast, overload, get_type_hints, get_origin, get_args, NewType, Self, TYPE_CHECKING, Tuple, Iterable, Awaitable, Coroutine, AsyncIterator
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @classmethod
    @abc.abstractmethod
    def g(cls): pass
class B(A):
    def f(self): return super().f()
for c in (A, B):
    try:
        c()
    except TypeError as e:
        print(e)
@runtime_checkable
class Sized(Protocol):
    def size(self) -> int: ...
class Has:
    def size(self): return 1
print(isinstance(Has(), Sized), isinstance(5, Sized))
try:
    Sized()
except TypeError as e:
    print(e)
class Pt(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return self.x + self.y
print(Pt(1), Pt(1, 2).norm(), Pt._fields, Pt.__annotations__)
class Movie(TypedDict, total=False):
    name: str
    year: int
print(Movie(name="x"), Movie.__total__, type(Movie(name="q")).__name__, Movie.__annotations__)
print(Optional[int], Union[int, str], List[int], Dict[str, int], Any, Callable[[int], str], Literal["a", 1], Final[int], ClassVar[int], Annotated[int, "meta"], Tuple[int, ...], Iterable[str], Awaitable[int], Union[int, int], Optional[None], Callable[..., int], Coroutine[Any, Any, int], typing.Type[int], typing.Set[str])
T = TypeVar("T"); K = TypeVar("K", bound=int); C = TypeVar("C", int, str)
print(T, K.__bound__, C.__constraints__, List[T][int], typing.Generic[T])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(int), get_args(Optional[int]), get_origin(Union[int, str]) is Union, cast(int, "5"), TYPE_CHECKING)
def f(a: int, b: "str" = "x", *c: float) -> Optional[int]: pass
print(get_type_hints(f), f.__annotations__)
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, UserId)
@overload
def o(x: int) -> int: ...
@overload
def o(x: str) -> str: ...
def o(x): return x
print(o(1), typing.no_type_check(f) is f, typing.assert_type(1, int), typing.reveal_type.__name__)
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> Self: self.items.append(x); return self
print(Stack[int]().push(1).items, Stack.__parameters__, Stack[str], issubclass(Stack, Generic))
for e in ("Union[1, 2]", "Optional[1, 2]", "List[int]()", "Any()", "isinstance(1, List[int])", "TypeVar('T', int)", "Stack[int, str]", "typing.nope", "Literal", "typing.assert_never(1)", "Callable[5, int]", "issubclass(int, Sized)", "Generic[int]", "Final[int, str]"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

