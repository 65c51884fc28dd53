"""The deprecated classes Num, Str, Bytes, NameConstant and Ellipsis, which make and recognise Constants."""
import warnings
from ast import AST, Constant

MESSAGE = '{name} is deprecated and will be removed in Python {remove}; use ast.Constant instead'


def deprecated(name):
    warnings._deprecated(f'ast.{name}', message=MESSAGE, remove=(3, 14))


class Kind(type):
    """isinstance() of these classes looks at the value of a Constant."""

    def __instancecheck__(cls, node):
        if cls in KINDS:
            deprecated(cls.__qualname__)
        if not isinstance(node, Constant):
            return False
        kinds = KINDS.get(cls)
        if kinds is None:
            return type.__instancecheck__(cls, node)
        try:
            value = node.value
        except AttributeError:
            return False
        return isinstance(value, kinds) and not (cls is Num and isinstance(value, bool))


def make(cls, *args, **kwargs):
    for name in kwargs:
        if name in cls._fields and cls._fields.index(name) < len(args):
            raise TypeError(f'{cls.__name__} got multiple values for argument {name!r}')
    if cls not in KINDS:
        return Constant.__new__(cls)
    deprecated(cls.__qualname__)
    return Constant(*args, **kwargs)


class Num(Constant, metaclass=Kind):
    """Deprecated AST node class. Use ast.Constant instead"""
    _fields = ('n',)
    __new__ = make


class Str(Constant, metaclass=Kind):
    """Deprecated AST node class. Use ast.Constant instead"""
    _fields = ('s',)
    __new__ = make


class Bytes(Constant, metaclass=Kind):
    """Deprecated AST node class. Use ast.Constant instead"""
    _fields = ('s',)
    __new__ = make


class NameConstant(Constant, metaclass=Kind):
    """Deprecated AST node class. Use ast.Constant instead"""
    __new__ = make


class Ellipsis(Constant, metaclass=Kind):
    """Deprecated AST node class. Use ast.Constant instead"""
    _fields = ()

    def __new__(cls, *args, **kwargs):
        if cls not in KINDS:
            return Constant.__new__(cls)
        deprecated('Ellipsis')
        return Constant(..., *args, **kwargs)


KINDS = {Num: (int, float, complex), Str: (str,), Bytes: (bytes,), NameConstant: (type(None), bool), Ellipsis: (type(...),)}
for cls in KINDS:
    cls.__module__ = 'ast'
