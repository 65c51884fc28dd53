for x in (0.1, 1.0, -0.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.00012345, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 1 / 3, 100.0, 1e22, 1e21, 9007199254740993.0, 0.1 + 0.2, 1e100, 3.0e-10, float("inf"), -float("inf"), float("nan"), 123456.789, 1.5e300 * 1e10):
    print(repr(x), end=" ")
print()
print((0.5).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (1.5).hex(), (0.1).hex(), (-0.0).hex(), float("inf").hex(), float.fromhex("0x1.8p3"), float.fromhex("inf"), float.fromhex("-0x.8p0"), (1.5).conjugate(), (2.5).real, (2.5).imag)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 1e308 * 10, -1e308 * 10, 1e-320 / 1e10, 0.0 == -0.0, 5.0 // 0.3, 1e20 % 3, -0.0 + 0, 0.0 * -1, divmod(5.5, -2), 2.0 ** 0.5, (-2.0) ** 2, 2 ** -2, 0.0 ** 0, 4 ** 0.5, float("inf") - float("inf"), float("inf") * 0)
print(1.5 + 1, 1 - 0.5, 2 * 1.5, 3 / 2, True + 0.5, 1.5 == 3 / 2, 1 < 1.5, 2 > 1.999, 1e16 + 1 == 1e16, 0.1 + 0.2 == 0.3, 0.1 * 3, 1 - 0.9, 1e16 + 2.0)
print(int(2.9), int(-2.9), round(2.5), round(-1.5), round(0.1 + 0.2, 10), round(1e300, -299) if False else round(12345.678, -2), round(2.5, 0), round(1.15, 1), round(1.25, 1), round(1.35, 1), round(5e-324, 3), round(1e16, 2), round(0.15, 1), round(2.345, 2), round(1e-10, 5), round(-2.675, 2), round(float("1e22"), -20))
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan in [nan], max(nan, 1), max(1, nan), sorted([3, nan, 1])[0], hash(nan) == hash(nan), bool(nan), min([nan, 0]))
inf = float("inf")
print(inf > 10 ** 500, -inf < -10 ** 500, inf == inf, inf + 1 == inf, int(1e18), 1e18 == 10 ** 18, hash(inf), str(-inf), inf // 1, inf % 2, 5 % inf, -5 % inf, 5 // -inf)
for e in ("1.0 / 0", "1.0 // 0", "1.0 % 0", "0.0 ** -1", "int(inf)", "int(nan)", "round(inf)", "round(nan)", "inf.as_integer_ratio()", "nan.as_integer_ratio()", "10.0 ** 400", "(1.5).foo", "float.fromhex('xyz')", "1.5 & 1", "1.5 << 1", "~1.5", "[1][1.0]", "range(1.0)", "'a' * 1.0", "1.5.is_integer(1)", "(-1.0) ** 0.5", "float('1e400')", "float('0x10')", "float('1.5.2')", "float('infinity')", "float('+nan')", "1.0.__add__('a')", "(2.0).__pow__(3, 2)", "float.__getformat__('double')[:4]", "1e309 - 1e309"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
print(1e5, 1e-7, 1.0e+10, 123e-2, 0.1e1, 1_0.0, 1E5, .5e-3, 5.e2)
print([0.1 * i for i in range(10)], sum([0.1] * 10), sum([0.1] * 3), 0.1 + 0.1 + 0.1)

