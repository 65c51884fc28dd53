# f_locals of a function writes through to its variables (PEP 667).
import sys


def f(a):
    p = sys._getframe().f_locals
    p["a"] = "changed"
    p["extra"] = 1
    print(a, "extra" in p, len(p), type(p).__name__)
    for code in ("del p['a']", "p.pop", "p['zz']", "hash(p)", "del p['q']"):
        try:
            exec(code)
        except Exception as e:
            print(code, type(e).__name__, e)
    print(sorted(p | {"z": 1}), sorted({"z": 1} | p), p.get("nope", 3), p.setdefault("ss", 5), p["ss"])
    print(p.keys(), list(reversed(p)), p == sys._getframe().f_locals, p != {}, "a" in p)
    p.update({"u": 1, "a": [1]})
    p |= {"k": 2}
    print(a, sorted(locals()), p["k"])


f(1)


def outer():
    x = 1

    def inner():
        sys._getframe().f_locals["x"] = 2
        sys._getframe(1).f_locals["y"] = 3
        return x

    y = 0
    print(inner(), x, y)


outer()


def unbound():
    sys._getframe().f_locals["late"] = "set"
    print(late)
    late = 1


unbound()


def gen():
    n = 1
    yield n
    yield n


g = gen()
print(next(g))
g.gi_frame.f_locals["n"] = 10
print(next(g))
class C:
    sys._getframe().f_locals["attr"] = 5
    print(type(sys._getframe().f_locals).__name__)
print(C.attr)
sys._getframe().f_locals["new_global"] = 7
print(new_global)
try:
    def fails(v):
        1 / 0
    fails(4)
except ZeroDivisionError as e:
    kept = e.__traceback__.tb_next.tb_frame.f_locals
    print(kept)
    kept["v"] = 5
    print(kept, e.__traceback__.tb_next.tb_frame.f_locals)
