print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (255).bit_count(), (10).conjugate(), (5).as_integer_ratio(), (5).is_integer(), (3).numerator, (3).denominator, (3).real, (3).imag)
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), (5).to_bytes(), int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xff", "little", signed=True), int.from_bytes([1, 2], "big"), int.from_bytes(b""))
print(2 ** 64, -2 ** 63, 2 ** 63 - 1 + 1, 9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, 3037000500 * 3037000500, -(-9223372036854775808))
big = 123456789012345678901234567890
print(big + 1, big - big, big * big, big // 7, big % 7, -big // 7, -big % 7, big ** 2, big >> 10, big << 10, big & 0xFF, big | 1, big ^ big, ~big, -big, abs(-big), divmod(big, 10 ** 10), big / 3, big // 1.5 if False else float(big))
print(5 // 2, -5 // 2, 5 // -2, -5 // -2, 5 % 2, -5 % 2, 5 % -2, -5 % -2, 7 / 2, 6 / 3, 1 << 100, 1 >> 100, -1 >> 100, -5 >> 1, ~0, 6 & 3, 6 | 3, 6 ^ 3, -6 & 3, -6 | 3, -6 ^ 3)
print(big > 5, big == float(big), big < 1e50, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > 1e308, hash(big), bool(big), str(big)[:5], len(str(2 ** 1000)))
print(int(1e30), int("123" * 10), 10 ** 25 // 10 ** 24, (10 ** 25) % 1000007, 2 ** 200 % 2 ** 64, pow(7, 1000, 13), (2 ** 100).bit_length(), (2 ** 100).bit_count())
import math
print(math.factorial(25), math.isqrt(10 ** 40), math.gcd(2 ** 50, 6 ** 20), math.comb(100, 50), math.lcm(12, 18, 5))
x = 1
for i in range(1, 30): x *= i
print(x)
x = 10 ** 20
x += 1; x -= 10 ** 20; x *= 5; x <<= 2; x //= 3; x **= 3; x %= 100; x |= 8; x &= 0xF; x ^= 1
print(x)
print(0 == -0, 1_000 == 1000, int("-0"), +True, -False, True + True, True / 2, False ** 0, True << 3, ~True if False else not True)
for e in ("(5).to_bytes(0, 'big')", "(256).to_bytes(1)", "(1).to_bytes(-1)", "int.from_bytes('x')", "(1).foo", "(1).to_bytes(2, 'middle')", "1 << 10**20" if False else "1 << -3", "(1).__add__('x')", "int.__add__('x', 1)", "(1).real.bar", "(5)()", "(2).__pow__(-1)", "(1).__lt__(2.0)", "(7).__floordiv__(0)", "(7).__rsub__(10)", "int.__new__()", "(1).__index__(2)", "int.conjugate('a')"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

