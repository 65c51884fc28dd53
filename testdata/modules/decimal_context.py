# Methods of contexts, and the operations on digits.
import decimal
import pickle
from decimal import Decimal as D

c = decimal.Context(prec=9, Emin=-99, Emax=99, traps=[])
one = ["abs", "plus", "minus", "copy_abs", "copy_negate", "to_integral_value", "to_sci_string", "to_eng_string", "number_class", "logb",
       "is_nan", "is_signed", "is_normal", "is_subnormal", "is_zero", "is_finite", "logical_invert", "next_plus", "next_minus", "sqrt"]
for name in one:
    print(name, [str(getattr(c, name)(x)) for x in (D("-1.50"), D("0"), D("101"), D("1E-101"), D("sNaN7"), D("-Infinity"), 12)])
two = ["compare", "compare_signal", "compare_total", "compare_total_mag", "max_mag", "min_mag", "next_toward", "copy_sign",
       "same_quantum", "logical_and", "logical_or", "logical_xor", "shift", "rotate", "divmod", "remainder_near", "scaleb", "quantize"]
pairs = [(D("12.50"), D("-2")), (D("1101"), D("111")), (D("-0"), D("0")), (D("NaN1"), D("sNaN2")), (D("123456789"), D("-3")), (D("3"), D("4"))]
for name in two:
    print(name, [str(getattr(c, name)(*p)) for p in pairs])
print(c.fma(2, 3, 4), c.fma(D(0), D("Infinity"), D("sNaN5")), c.power(3, 20, 7), c.radix(), c.canonical(D(5)))
print([x for x, on in zip(("invalid",), (c.flags[decimal.InvalidOperation],)) if on])
for a, b in (("1.0", -1), ("1.00", 5), ("1.0", 100), ("1", "0.5"), ("2", "-3"), ("1.5", "2.5")):
    c.clear_flags()
    print(a, b, c.power(D(a), D(b)), c.flags[decimal.Rounded], c.flags[decimal.Inexact])
for text in (" 1", "1_0", "NaN12345678901", "1e5"):
    print(repr(text), c.create_decimal(text))
print(D("0.25") == 0.25 + 0j, D(1) == 1 + 1j, format(D("6.09e+23"), "#"), format(D(0), "#"))
print(pickle.loads(pickle.dumps(c)).prec, repr(decimal.Context(prec=5)), decimal.DecimalTuple(0, (1,), 2), decimal.__version__)
for bad in ((1, (1,), 0.0), (1, (1,), "x"), (2, (1,), 0)):
    try:
        D(bad)
    except ValueError as e:
        print(e)
