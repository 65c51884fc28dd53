def f(a, *args, k=1, **kw):
    x = a
    def inner(): return x
    l = locals()
    l["new"] = 1
    return {k: v for k, v in l.items() if k not in ("inner",)}, "new" in locals()
print(f(1, 2, 3, z=4))
class C:
    def __init__(self): self.a = 1; self.b = 2
c = C()
print(vars(c), c.__dict__ is vars(c))
vars(c)["d"] = 4
print(c.d)
c.__dict__ = {"q": 9}
print(c.q, hasattr(c, "a"))
print(type(vars(C)).__name__, "a" in vars(C))
try:
    vars(5)
except TypeError as e:
    print(e)
try:
    vars(C)["x"] = 1
except TypeError as e:
    print(e)
print(sorted(dir(c))[-3:], "q" in dir(c), "__init__" in dir(c))
class D:
    def __dir__(self): return ["z", "a"]
print(dir(D()))
def g():
    if False:
        unset = 1
    return "unset" in locals()
print(g())
def h():
    a = 1
    d = locals()
    b = 2
    return sorted(d), sorted(locals())
print(h())
print(dir.__name__, type(dir()).__name__)
