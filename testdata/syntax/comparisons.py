print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1, 1 == 1.0 == True)
def v(x):
    print("eval", x)
    return x
print(v(1) < v(0) < v(5))
print(v(1) or v(2), v(0) and v(3), not v(""))
print(None is None, [] is [], 1 in [1, 2], 3 not in (1, 2), "b" in "abc", 2 in {2: 1}, "" in "x")
print([1, 2] < [1, 3], (1,) < (1, 0), "a" < "b", {1} < {1, 2}, {1, 2} <= {1, 2}, b"a" < b"b")
print(float("nan") == float("nan"), float("inf") > 10 ** 400, 0.1 + 0.2 == 0.3, 1 == True, "1" == 1)
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan is nan)
for expr in ("1 < 'a'", "[] < ()", "None < None", "{} < {}", "1 in 5", "'a' in 5", "1 in 'abc'", "object() < 1", "1j < 2j", "b'a' < 'a'", "5 >= None", "[1] > [None]", "'x' in b'x'", "-'a'", "~1.5", "+[]"):
    try:
        print(expr, eval(expr))
    except TypeError as e:
        print(expr, "->", e)
print((1, 2) == [1, 2], {1: 2} == {1: 2.0}, range(3) == range(0, 3, 1), set() == frozenset())

