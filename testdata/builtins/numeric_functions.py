print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(-1, 3))
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 7), pow(2, 0.5), pow(-8, 1 / 3), pow(0, 0), pow(2, 100, 7), pow(base=2, exp=3), pow(5, 2, mod=7))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5, -2), round(15, -1), round(25, -1), round(5), round(1.23456, 3), round(1e20), round(0.5), round(1.5), type(round(2.0)).__name__, type(round(2.0, 0)).__name__, round(2.5, None), round(-0.4), round(1.005, 2), round(123, -5), round(True))
print(bin(10), bin(-5), oct(8), oct(-9), hex(255), hex(-16), hex(0), bin(2 ** 70), hex(10 ** 30))
print(int(3.9), int(-3.9), int("42"), int("  -7\n"), int("1_000"), int("0x1f", 16), int("0b11", 0), int("z", 36), int("077", 8), int(True), int("１２"), int(b"12"), int("+5"), int(1e20))
print(float("1.5"), float(" 1e3 "), float("inf"), float("-Infinity"), float("nan"), float(5), float("1_0.5"), float(b"2.5"), float())
print(complex(1, 2), complex("1+2j"), complex(3), complex(1j, 2), complex(" 1j "), complex("nan+infj"), complex("(1-2j)"), complex())
print(bool(0), bool("0"), bool([]), bool([0]), bool(0.0), bool(None), bool(object()), bool(float("nan")), bool())
print(chr(65), chr(8364), chr(128512), ord("A"), ord("€"), ord(b"a"), chr(0).encode())
print(hash(5), hash(2.0), hash(2 ** 61 - 1), hash("") == hash(""), id(None) == id(None))
for e in ("int('0x1f')", "int('1__0')", "int('')", "int('  ')", "int('5', 1)", "int('5', 37)", "int(5, 10)", "int('a', 10)", "int(b'x')", "float('1__0')", "float('')", "float(1j)", "complex('1 + 2j')", "complex('1', 2)", "complex(1, '2')", "complex('')", "round(1, 'a')", "round(1.5, 1.5)", "pow(2, 3, 0)", "pow(2, -1, 4)", "pow(2.0, 1, 3)", "pow(1)", "divmod(1)", "abs()", "abs(None)", "chr(1.5)", "bool(1, 2)", "int(x=1)", "int(base=10)", "float(1, 2)", "hex(1.5)", "oct('8')", "int('9' * 4301)", "int('\u0661')", "int(10**400 * 1.5)", "float(10 ** 400)", "round(10**400 + 0.5)", "int([1])", "int('1' * 10, base='a')"):
    try:
        print(e[:40], eval(e))
    except Exception as x:
        print(e[:40], "->", type(x).__name__, x)

