class Vec:
    __slots__ = ("xs",)
    def __init__(self, *xs): self.xs = tuple(xs)
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self.xs, o.xs, strict=True)))
    def __sub__(self, o): return self + -o
    def __neg__(self): return Vec(*(-a for a in self.xs))
    def __mul__(self, k):
        if isinstance(k, Vec): return sum(a * b for a, b in zip(self.xs, k.xs))
        if isinstance(k, (int, float)): return Vec(*(a * k for a in self.xs))
        return NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return self * o
    def __eq__(self, o): return isinstance(o, Vec) and self.xs == o.xs
    def __hash__(self): return hash(self.xs)
    def __abs__(self): return (self * self) ** 0.5
    def __bool__(self): return any(self.xs)
    def __getitem__(self, i): return self.xs[i]
    def __len__(self): return len(self.xs)
    def __repr__(self): return f"Vec{self.xs!r}"
    def __format__(self, spec): return "<" + ", ".join(format(x, spec) for x in self.xs) + ">"
v, w = Vec(3, 4), Vec(1, -2)
print(v + w, v - w, v * 2, 3 * v, v * w, v @ w, abs(v), -v, v == Vec(3, 4), {v: 1}[Vec(3, 4)], bool(Vec(0, 0)), v[0], v[-1], len(v), list(v), f"{v:.2f}", sum([v, w], Vec(0, 0)))
for f in (lambda: v * "x", lambda: v + Vec(1), lambda: v + 1, lambda: setattr(v, "y", 1), lambda: v[5], lambda: v < w, lambda: "x" * v):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in o.T.rows] for r in self.rows])
    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: result = result @ base
            base, n = base @ base, n >> 1
        return result
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __str__(self): return "\n".join(" ".join(f"{x:4}" for x in r) for r in self.rows)
    def det(self):
        if len(self.rows) == 1: return self.rows[0][0]
        return sum((-1) ** j * x * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, x in enumerate(self.rows[0]))
m = Matrix([[1, 1], [1, 0]])
print((m ** 50)[0, 1], (m ** 10).rows, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det())
m[0, 0] = 7
print(m)
print(m.T)

