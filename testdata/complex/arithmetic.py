a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, -a, +a, abs(a), a.conjugate(), a.real, a.imag, a == 3 + 4j, a != b, bool(0j), hash(a) == hash(3 + 4j))
print(1 + a, a + 1.5, 2 * a, a / 2, 2 / a, a ** 0.5, 2 ** a, a ** -1, a ** b, 0j ** 0, (1j) ** 2, 1j * 1j)
print(repr(1j), repr(-1j), repr(0j), repr(complex(0, -0.0)), repr(complex(-0.0, 1)), repr(1 + 0j), complex(1, -2), complex(float("nan"), float("inf")), 1e20j, 1.5 + 2.5j, -0.0 - 1j, complex(-0.0, -0.0), 1e-7 + 1j)
print(complex("1j"), complex("-2.5e3-1j"), complex("j"), complex("+j"), complex("  3  "), complex("inf"), complex("1e5+2e-3j"), complex(real=1, imag=2), complex(imag=3))
print(f"{a:.2f} {a:>12} {a:+.1e} {1j} {a!r} {a:g}", "%s" % a, str(a), format(a, ".3"), "{:,.1f}".format(12345 + 67890j))
print(1 == 1 + 0j, {1: "a"}[1 + 0j], sum([1j, 2, 3.5]), 3j == 3, a.__abs__(), complex(a) is a)
for e in ("a < b", "a > 1", "a // b", "a % b", "divmod(a, b)", "int(a)", "float(a)", "a / 0", "0j ** -1", "0j ** 1j", "round(a)", "a & 1", "a << 1", "complex('1+2')", "complex('a')", "complex(1, 2, 3)", "complex(None)", "complex([])", "max(a, b)", "sorted([a, b])", "pow(a, 2, 3)", "f'{a:d}'", "f'{a:010}'", "f'{a:=10}'", "'%d' % a", "'%f' % a", "a.foo", "setattr(a, 'real', 1)", "range(a)", "[1][a]", "complex(1j, 'x')", "complex('1j', 1)", "abs(complex(1e200, 1e200))", "complex(1e308, 1e308) * 10", "abs(complex(1e308, 1e308))", "(1e200 + 1j) ** 2", "(10 ** 400) * 1j"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
import math
print(math.hypot(3, 4), math.atan2(4, 3))
