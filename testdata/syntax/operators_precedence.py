print(2 + 3 * 4 ** 2 // 5 % 7 - 1)
print(-2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -3 // 2, -3 % 2, 3 % -2, 3 // -2)
print(1 | 2 ^ 3 & 4 << 1 >> 1, ~5 & 0xF, 1 + 2 << 3, 5 & 3 == 3)
print(not 1 == 2, not 1 in [2], 1 < 2 == True, (1 < 2) == True)
print(1 or 0 and 0, (1 or 0) and 0, not 0 or 1)
print(lambda: 1 if 0 else 2 is None) if False else print((lambda: 1 if 0 else 2)())
print([1, 2, 3][-1], "abc"[::-1], (1, 2, 3)[1:][0], {"a": [1, {"b": 2}]}["a"][1]["b"])
print(divmod(-7, 3), divmod(7, -3), divmod(-7.5, 2), 7 // 2.0, -7 // 2.0, 7 % -2.5)
print(1 / 3, 10 / 5, 2 ** 0.5, 2 ** 100, (-8) ** (1 / 3), 0 ** 0, 0.0 ** 0)
print(True + True, True * 3, -True, ~True if False else True << 2, "ab" * 3, 3 * [0], () * 5, "x" * -1)
print(5 if 1 else 6 if 0 else 7, *[1, 2], sep="-")
class M:
    def __matmul__(self, o): return f"matmul {o}"
    def __rmatmul__(self, o): return f"rmatmul {o}"
    def __imatmul__(self, o): return "imatmul"
m = M()
print(m @ 1, 2 @ m)
m @= 3
print(m)
for e in ("1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "0 ** -1", "0.0 ** -1", "divmod(1, 0)", "divmod(1.0, 0)", "1j / 0", "1 << -1", "1 >> -1", "2.0 ** 10000", "10 ** 400 * 1.0", "'a' + 1", "1 + 'a'", "[] + ()", "[1] * 'a'", "'%d' % 'x'", "{} | []", "None + 1", "1 @ 2", "'a' - 'b'", "'a' * 1.5", "1 << 1.0", "5 & 1.0"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

