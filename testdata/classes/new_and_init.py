class S:
    _inst = None
    def __new__(cls, *a, **k):
        if cls._inst is None:
            print("creating")
            cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, v=0): self.v = v
print(S(1) is S(2), S().v)
class Other:
    def __new__(cls): return "not an instance"
    def __init__(self): print("never")
print(Other())
class Num(float):
    def __new__(cls, s): return super().__new__(cls, s.strip("$"))
    def __init__(self, s): self.src = s
n = Num("$3.5")
print(n + 1, n.src)
class T(tuple):
    def __new__(cls, *xs): return tuple.__new__(cls, xs)
    @property
    def first(self): return self[0]
t = T(1, 2, 3)
print(t, t.first, t[1:], type(t[1:]).__name__, t + (4,), isinstance(t, tuple), len(t), hash(t) == hash((1, 2, 3)))
class InitRet:
    def __init__(self): return 5
class NoArgs: pass
class WithInit:
    def __init__(self, a, *, b): pass
class WithNew:
    def __new__(cls, a): return object.__new__(cls)
for e in ("InitRet()", "NoArgs(1)", "NoArgs(x=1)", "WithInit()", "WithInit(1)", "WithInit(1, 2)", "WithInit(1, b=2, c=3)", "WithNew()", "WithNew(1, 2)", "object.__new__()", "object.__new__(5)", "object.__new__(int)", "int.__new__(str)", "int.__new__(float)", "object(1, 2)", "str.__new__(S)", "list.__new__(list) + [1]", "WithInit.__init__()", "NoArgs.__init__()", "type(NoArgs())()", "NoArgs.__call__()"):
    try:
        r = eval(e)
        print(e, r if not type(r).__name__ == "NoArgs" else "NoArgs obj")
    except (TypeError, AttributeError) as x:
        print(e, "->", x)
class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.extra = 1
print(D(a=1), D([(1, 2)]), D(a=1).extra, D() == {}, type(D().copy()).__name__)
class L(list):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(2); l += [3]; l.extend([4])
print(l, l[0:2], type(l[0:2]).__name__, type(l + [1]).__name__, type(l * 2).__name__, l == [1, 4, 3, 4])
class Del:
    def __del__(self): pass
print(Del.__del__.__name__)

