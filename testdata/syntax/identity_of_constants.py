# Identity with what the compiler makes a constant, items of constants included, is warned of.
import warnings

source = """\
def f():
    x is -1
    x is 1 + 1
    x is b'12'[0]
    x is (1, 2)
    x is (1, x)
    x is 'a' * 2
    x is "ab"[0]
    x is not 2 ** 3
    x is not True
    x is (not 1)
    -1 is x
    x == 1 is x
    x is f"a"
    x is f"{x}"
    x is ...
    x is None
    x is [1]
    x is "a" "b"
    x is __debug__
    x is 1.5j - 2
    x is ~1
    x is (1, 2)[0]
    x is (1, 2)[0:1]
    x is "%s" % (1,)
    x is "%s" % x
    x is "a" "%s" % (x,)
    x is "ab"[5]
    x is "ab"[-1]
    x is b"ab"[-3]
    "ab"[0]()
    (1,2)[0][1]
    "ab"["c"]
    "ab"[0]["c"]
    b"ab"[0]["c"]
    x[1.5], "ab"[0][1.5], (1,2)[0]()
    x is True << 1.0
    x is True & False
    x is True & 1
    x is 1 @ 2
    x is 1j // 2
    x is 1 / 0
    x is 1 % 0
    x is 1 // 0.0
    x is 1 / 2
    x is 1 ^ 1.5
    x is 5 % 3
    x is 1.5 // 2
    x is True + True
    x is 1 << 3
    x is "a" % 1
    x is -True
"""
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile("x = 1\n" + source, "w.py", "exec")
for w in caught:
    print(w.lineno, w.category.__name__, w.message)
