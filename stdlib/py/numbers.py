"""The abstract base classes of numbers (PEP 3141): each has the operations of the one before, and more."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _required(names, params="self"):
    """Yield an abstract method for each of the names, with the parameters."""
    for name in names.split():
        namespace = {}
        exec(f"def {name}({params}):\n    raise NotImplementedError", namespace)
        yield abstractmethod(namespace[name])


class Number(metaclass=ABCMeta):
    """Whatever is a number."""
    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """Numbers with the operations of complex."""
    __slots__ = ()

    __complex__, __neg__, __pos__, __abs__, conjugate = _required("__complex__ __neg__ __pos__ __abs__ conjugate")
    real, imag = map(property, _required("real imag"))
    __add__, __radd__, __mul__, __rmul__, __truediv__, __rtruediv__, __pow__, __rpow__, __eq__ = _required(
        "__add__ __radd__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__ __eq__", "self, other")

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    """Numbers with the operations of float."""
    __slots__ = ()

    __float__, __trunc__, __floor__, __ceil__ = _required("__float__ __trunc__ __floor__ __ceil__")
    __round__, = _required("__round__", "self, ndigits=None")
    __floordiv__, __rfloordiv__, __mod__, __rmod__, __lt__, __le__ = _required(
        "__floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ __le__", "self, other")

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    # A real number is its own real part, and its own conjugate.
    def conjugate(self):
        return +self

    real = property(conjugate)
    imag = property(lambda self: 0)


class Rational(Real):
    """Numbers that are the quotient of their numerator and denominator, in lowest terms."""
    __slots__ = ()

    numerator, denominator = map(property, _required("numerator denominator"))

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Numbers with the operations of int."""
    __slots__ = ()

    __int__, __invert__ = _required("__int__ __invert__")
    __pow__, = _required("__pow__", "self, exponent, modulus=None")
    (__lshift__, __rlshift__, __rshift__, __rrshift__,
     __and__, __rand__, __xor__, __rxor__, __or__, __ror__) = _required(
        "__lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ __ror__", "self, other")

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    # An integer is its own numerator.
    numerator = property(lambda self: +self)
    denominator = property(lambda self: 1)


for _base, _builtin in ((Complex, complex), (Real, float), (Integral, int)):
    _base.register(_builtin)
del _base, _builtin
