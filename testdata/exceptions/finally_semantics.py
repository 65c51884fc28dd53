def a():
    for i in range(3):
        try:
            if i == 1: return f"r{i}"
        finally:
            if i == 1: print("override?", end=" ")
def b():
    while True:
        try:
            return "lost"
        finally:
            break
    return "after break"
def c():
    for i in (1, 2):
        try:
            raise ValueError
        finally:
            continue
    return "swallowed by continue"
def d():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")
    finally:
        return "finally return wins"
def e():
    x = 1
    try:
        return x
    finally:
        x = 2
def f():
    l = []
    try:
        return l
    finally:
        l.append("mutated")
def g():
    try:
        try:
            1 / 0
        finally:
            print("inner", end=" ")
    except ZeroDivisionError:
        print("outer", end=" ")
        return "g"
    finally:
        print("last", end=" ")
def h():
    try:
        pass
    except ValueError:
        return "no"
    else:
        return "else"
    finally:
        print("fin", end=" ")
def i():
    for n in range(4):
        try:
            if n == 0: continue
            if n == 2: break
        except Exception: pass
        else: print("else", n, end=" ")
        finally: print("f", n, end=" ")
    else:
        print("no")
    return n
def j():
    try:
        raise SystemExit(1)
    except Exception:
        return "caught as Exception"
    except BaseException as e:
        return f"caught as BaseException {e.code}"
def k(depth=3):
    try:
        if depth: return k(depth - 1)
        raise LookupError("deep")
    except LookupError as e:
        if depth == 2: return f"handled at {depth}"
        raise
    finally:
        print(depth, end=" ")
import warnings
for fn in (a, b, c, d, e, f, g, h, i, j, k): print(fn.__name__, fn())

