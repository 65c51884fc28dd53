class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
    def __eq__(self, o): print("Base.eq"); return NotImplemented
    def __lt__(self, o): print("Base.lt"); return True
    def __gt__(self, o): print("Base.gt"); return False
    __hash__ = None
class Sub(Base):
    def __radd__(self, o): return "Sub.radd"
    def __gt__(self, o): print("Sub.gt"); return "sub gt"
class Sub2(Base): pass
print(Base() + Sub(), Base() + Sub2(), Sub() + Base(), Base() + Base(), 1 + Base())
print(Base() < Sub(), Sub() < Base(), Base() < Base())
print(Base() == Sub(), Base() != Base())
class L:
    def __lt__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
class R:
    def __gt__(self, o): return "R.gt"
    def __eq__(self, o): return "R.eq"
print(L() < R(), L() == R(), L() != L(), R() != 1)
try:
    L() < L()
except TypeError as e:
    print(e)
class Int(int):
    def __radd__(self, o): return "Int.radd"
    def __rsub__(self, o): return ("rsub", o)
    def __add__(self, o): return ("add", int(self), o)
print(1 + Int(2), 1 - Int(2), Int(2) + 1, Int(2) - 1, sum([Int(1)], 0))
class F(float):
    def __rmul__(self, o): return "F.rmul"
print(2.0 * F(3), 2 * F(3), F(3) * 2)
class S(str):
    def __radd__(self, o): return "never for str"
    def __rmod__(self, o): return "S.rmod"
print("%s" % S("x"), "a" + S("b"))
class Li(list):
    def __iadd__(self, o): return "iadd"
    def __contains__(self, o): return True
x = Li([1])
print(99 in x)
x += [2]
print(x)
class OnlyRight:
    def __rsub__(self, o): return ("rsub", o)
    def __rpow__(self, o, mod=None): return ("rpow", o)
    def __rlshift__(self, o): return "rl"
print([] - OnlyRight(), None - OnlyRight(), 2 ** OnlyRight(), "x" << OnlyRight())

