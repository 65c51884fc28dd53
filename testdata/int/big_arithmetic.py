a, b = 2 ** 127 - 1, 3 ** 80
print(a * b, a // b, a % b, b - a, -a // b, -a % b, a // -b, a % -b)
print(a & b, a | b, a ^ b, ~a, a >> 3, a << 3, -a >> 3, -a & b, -a | b, -a ^ -b)
print(a ** 3 % 1000000007, pow(a, b, 10 ** 9 + 7), divmod(a, b), divmod(-a, 12345))
print(str(10 ** 50), repr(-10 ** 30), f"{10 ** 30:,}", f"{2 ** 70:x}", f"{2 ** 70:#b}"[:20], f"{-2 ** 70:o}", f"{10 ** 20:e}", f"{10 ** 25:.3g}", f"{2 ** 65:>30}", "%d %x %o" % (2 ** 70, 2 ** 70, 2 ** 70))
print(a == 2.0 ** 127, float(a), a / b, a / 2 ** 100, 10 ** 300 / 10 ** 299, 10 ** 400 // 10 ** 399, (10 ** 400) / (10 ** 399))
try:
    10 ** 400 / 3
except OverflowError as e:
    print(e)
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)
try:
    (10 ** 400) * 1.0
except OverflowError as e:
    print(e)
def fib(n):
    x, y = 0, 1
    for _ in range(n): x, y = y, x + y
    return x
print(fib(300))
print(sum(int(d) for d in str(2 ** 1000)), sum(range(10 ** 6)), sum(10 ** i for i in range(30)))
print(2 ** 63 // -1, (-2 ** 63) // -1, (-2 ** 63) % -1, -2 ** 63 * -1, abs(-2 ** 63), -(-2 ** 63), (2 ** 62) * 2, (2 ** 62) + (2 ** 62), (-2 ** 62) * 2 - 1, 2 ** 31 * 2 ** 31, 2 ** 32 * 2 ** 31, 1 << 62, 1 << 63, 1 << 64, -1 << 63)
print([2 ** 64 % m for m in (3, 7, -5, 2 ** 63)], hash(2 ** 64), hash(-2 ** 64), hash(2 ** 61 - 2), {2 ** 64: "x"}[2 ** 64], 2 ** 64 in {2.0 ** 64}, 2 ** 64 is None)
print(int("1" * 50), int("-" + "9" * 30), int("f" * 20, 16), int("7" * 30, 8), int("10" * 40, 2), int(str(3 ** 100)) == 3 ** 100)
print(round(10 ** 25 + 5, -1), round(-10 ** 25 - 15, -1), round(2 ** 70, -10), min(2 ** 70, 1), sorted([2 ** 70, -2 ** 70, 0, 1.5]), range(2 ** 70, 2 ** 70 + 3)[1], list(range(2 ** 65, 2 ** 65 + 2)), len(range(10 ** 10)))

