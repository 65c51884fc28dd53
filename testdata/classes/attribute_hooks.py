class Log:
    def __init__(self):
        object.__setattr__(self, "data", {})
    def __getattribute__(self, n):
        if n == "special": return "from getattribute"
        return super().__getattribute__(n)
    def __getattr__(self, n):
        if n in self.data: return self.data[n]
        raise AttributeError(f"no such {n!r}")
    def __setattr__(self, n, v):
        print("set", n, v)
        self.data[n] = v
    def __delattr__(self, n):
        print("del", n)
        del self.data[n]
o = Log()
o.a = 1
o.a += 5
print(o.a, o.special, hasattr(o, "b"), getattr(o, "b", "dflt"))
del o.a
try:
    o.a
except AttributeError as e:
    print(e)
try:
    del o.zz
except KeyError as e:
    print("KeyError", e)
setattr(o, "q", 2)
delattr(o, "q")
class Plain: 
    attr = 1
p = Plain()
for s in ("p.missing", "Plain.missing", "p.attrs", "(5).foo", "'s'.uper()", "[].push", "None.x", "p.attr.foo", "print.x", "len.__foo__", "int.foo", "p.__nope__", "getattr(p, 'zz')", "getattr(p, 1)", "setattr(p, 1, 2)", "hasattr(p, None)", "delattr(p, 'attr')", "(5).x = 1" if 0 else "setattr(5, 'x', 1)", "setattr(int, 'x', 1)", "del int.real" if 0 else "delattr(int, 'real')", "setattr('s', 'upper', 1)", "type(p).__name__.foo", "p.__class__ = 5" if 0 else "setattr(p, '__class__', 5)", "setattr(p, '__class__', int)", "setattr(p, '__dict__', 5)", "getattr()", "(lambda: 0).foo", "p().x", "Plain(1)", "object(1)", "object.foo"):
    try:
        print(s, eval(s))
    except Exception as e:
        print(s, "->", type(e).__name__, e)
class Other: pass
p.__class__ = Other
print(type(p).__name__)
class Def:
    def __getattr__(self, n): return lambda *a: (n, a)
print(Def().anything(1, 2), Def().x())

