class O: pass
class A(O): 
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
print([k.__name__ for k in D.__mro__], D().who())
class X(O): pass
class Y(O): pass
class Z(X, Y): pass
class W(Y): pass
class V(Z, W): pass
print([k.__name__ for k in V.mro()])
for src in ("class E(A, B): pass", "class E(O, A): pass", "class E(A, A): pass", "class P1(X, Y): pass\nclass P2(Y, X): pass\nclass P3(P1, P2): pass", "class E(int, str): pass", "class E(bool): pass", "class E(5): pass", "class E(type(None)): pass", "class E(A, foo=1): pass", "class E('x'): pass", "class E(range): pass", "class E(slice): pass", "class E(type(lambda: 0)): pass"):
    try:
        exec(src)
        print("ok", src)
    except TypeError as e:
        print(e)
print(D.__bases__, D.__base__.__name__, O.__bases__, issubclass(D, (X, A)), isinstance(D(), C))
print(A.__subclasses__(), [c.__name__ for c in O.__subclasses__()])
class Int(int): pass
print(Int(5) + Int(6), type(Int(5) + 1).__name__, Int(7).__class__.__name__, Int("12"))
D.__bases__ = (C,)
print([k.__name__ for k in D.__mro__], D().who())
print(super(B, B()).who(), super(C, D()).who())
class Mixin:
    def __init__(self, *a, **k):
        print("Mixin", a, k)
        super().__init__(*a, **k)
class Base:
    def __init__(self, v): self.v = v
class Final(Mixin, Base): pass
print(Final(3).v, Final(v=4).v)

