class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"V({self.v})"
ops = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split()
for op in ops:
    def fwd(self, o, op=op): return f"{op}({self.v}, {o})"
    def ref(self, o, op=op): return f"r{op}({self.v}, {o})"
    setattr(V, f"__{op}__", fwd)
    setattr(V, f"__r{op}__", ref)
a = V(1)
print(a + 2, a - 2, a * 2, a / 2, a // 2, a % 2, a ** 2, a << 2, a >> 2, a & 2, a | 2, a ^ 2, a @ 2)
print(2 + a, 2 - a, 2 * a, 2 / a, 2 // a, 2 % a, 2 ** a, 2 << a, 2 >> a, 2 & a, 2 | a, 2 ^ a, 2 @ a)
print("s" + a, [1] + a, 1.5 * a, "fmt %s" % a, (1,) * a)
class I:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): self.v += o; return self
    def __isub__(self, o): return "replaced"
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return f"mul {o}"
i = I(1); j = i
i += 5
print(i.v, i is j)
i *= 3
print(i)
j -= 1
print(j)
class N:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
for e in ("N() + 1", "1 + N()", "N() + N()", "N() - 1", "N() @ N()", "-N()", "~N()", "+N()", "N() < N()", "N() ** 2", "pow(N(), 1, 2)", "abs(N())", "N() += 1" if 0 else "divmod(N(), 1)", "round(N())", "int(N())", "N()[0]", "len(N())", "iter(N())", "N()()", "float(N())", "1 in N()", "complex(N())", "hash([])", "[1] - [2]"):
    try:
        print(e, eval(e))
    except TypeError as x:
        print(e, "->", x)
try:
    n = N(); n += 1
except TypeError as x:
    print(x)
try:
    n = N(); n **= 1
except TypeError as x:
    print(x)
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __divmod__(self, o): return "dm"
    def __rdivmod__(self, o): return "rdm"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __round__(self, n=None): return ("round", n)
u = U()
print(-u, +u, ~u, abs(u), divmod(u, 1), divmod(1, u), u ** 2, pow(u, 2, 3), round(u), round(u, 2))

