class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def __len__(cls): return 42
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, v): return v == 1
    def __getitem__(cls, k): return (cls.__name__, k)
    def __getattr__(cls, n): return f"meta:{n}"
    @property
    def prop(cls): return cls.__name__ + ".prop"
    def meth(cls): return cls.__name__ + ".meth"
class A(metaclass=Meta, opt=1):
    y = 2
    def __init__(self, v): self.v = v
print(A, A(5).v, len(A), list(A), 1 in A, 2 in A, A["k"], A.missing, A.prop, A.meth(), A.injected)
class B(A): pass
print(type(B), B(v=1).v, isinstance(B, Meta))
try:
    A(1).prop
except AttributeError as e:
    print(e)
class M2(type): pass
try:
    class C(A, metaclass=M2): pass
except TypeError as e:
    print(e)
Dyn = type("Dyn", (A,), {"z": 3})
print(Dyn, Dyn.z, type(Dyn).__name__)
T = type("T", (), dict(f=lambda self: self.__class__.__name__))
print(T().f(), T.__module__, type(T), type(type))
for e in ("type()", "type(1, 2)", "type('x', (), {}, 1)", "type('x', [], {})", "type(1, (), {})", "type('x', (), [])", "type('a\\0b', (), {})", "type('x', (1,), {})"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
def fmeta(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class F(metaclass=fmeta):
    q = 1
print(F)

