"""Annotations under the future statement are no expressions: they make no closure; str() of bytes, also of subclasses."""
from __future__ import annotations
def foo():
    outer = 1
    def bar():
        inner: outer = 1
    return bar
print(foo().__closure__)


def generator():
    def inner(a: outer2, b: [x for x in outer]) -> (lambda: outer): pass
    return inner


print(generator().__annotations__, generator().__closure__)


class B(bytes):
    def __repr__(self):
        return 'REPR'


class C(bytearray):
    def __repr__(self):
        return 'REPR'


for v in B(b'x'), C(b'x'):
    print(str(v), repr(v), f'{v}', '%s' % v)
