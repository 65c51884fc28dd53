from __future__ import annotations
def f(x: Undefined, y: list[Also] = 1) -> Nope: pass
print(f.__annotations__)
class C:
    a: Foo
    b: int = 5
print(C.__annotations__)
import __future__
print(__future__.annotations.compiler_flag, __future__.all_feature_names[:2])
import typing
class D:
    n: int
    s: "str"
    o: typing.Optional[D] = None
print(typing.get_type_hints(D))
v: Whatever
print(__annotations__)

