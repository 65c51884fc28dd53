def f(n):
    try:
        print("try", n)
        if n == 1: raise ValueError("v")
        if n == 2: raise KeyError("k")
        if n == 3: return "returned"
    except ValueError as e:
        print("except", e)
        return "from except"
    except (KeyError, IndexError) as e:
        print("tuple", repr(e))
    else:
        print("else")
    finally:
        print("finally")
    return "end"
for i in range(4): print(f(i))
def g():
    try:
        return "try"
    finally:
        return "finally wins"
print(g())
def h():
    for i in range(3):
        try:
            continue
        finally:
            print("f", i)
    while True:
        try:
            break
        finally:
            print("brk")
    return "h"
print(h())
try:
    try:
        raise ValueError(1)
    finally:
        print("inner finally")
except ValueError as e:
    print(e.args)
try:
    e
except NameError as x:
    print(x)
try:
    raise
except RuntimeError as e:
    print(e)
for r in ("raise 5", "raise 'x'", "raise int", "raise ValueError from 5", "raise ValueError('a') from KeyError('b')", "raise ValueError from None", "raise KeyError", "raise None", "raise type('E', (Exception,), {})('dyn')", "raise SystemExit(2)", "raise StopIteration(3)", "raise BaseException('b')"):
    try:
        exec(r)
    except BaseException as e:
        print(r, "->", type(e).__name__, e, repr(e.__cause__), e.__suppress_context__)
try:
    try:
        1 / 0
    except int:
        pass
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except (ValueError, 5):
        pass
except TypeError as e:
    print(e, repr(e.__context__))
class E(Exception):
    def __init__(self, a, b): self.a, self.b = a, b
    def __str__(self): return f"E:{self.a},{self.b}"
try:
    raise E(1, 2)
except E as e:
    print(e, repr(e), e.args)
print(repr(ValueError()), repr(ValueError("a")), repr(ValueError("a", 1)), str(ValueError()), str(ValueError("a", 1)), str(KeyError("k")), str(KeyError()), str(KeyError(1, 2)), repr(KeyError("k")))

