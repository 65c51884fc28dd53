from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, EnumMeta
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def describe(self): return f"{self.name.lower()}={self.value}"
    @classmethod
    def first(cls): return next(iter(cls))
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.describe(), Color.first(), Color.RED in Color, 1 in Color, 5 in Color, Color.RED == 1, Color.RED == Color.RED, isinstance(Color.RED, Color), type(Color.RED), Color.__members__, hash(Color.RED) == hash(Color.RED), f"{Color.RED}", Color.RED is Color(1), Color)
class N(IntEnum):
    A = 1
    B = auto()
    C = 10
    D = auto()
print(N.B, N.B + 1, N.D, repr(N.A), N.A == 1, N.A < N.C, sorted([N.C, N.A]), f"{N.A}", str(N.A), [1, 2, 3][N.A], N(2), int(N.C), format(N.A, "03d"))
class S(StrEnum):
    X = auto()
    HELLO_W = auto()
    Z = "zed"
print(S.X, repr(S.X), S.HELLO_W, S.Z == "zed", S.Z.upper(), f"{S.Z}", S("zed"))
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(F.R, F.R | F.X, repr(F.R | F.X), F.RW, F.R in F.RW, F.RW & F.R, F.RW ^ F.W, ~F.R, F(0), bool(F(0)), list(F.RW), F(5), F.R.value, len(F), F.R | F.W is F.RW)
class IF(IntFlag):
    A = 1
    B = 2
print(IF.A | IF.B, IF.A | 8, IF.A + 1, repr(IF(3)), IF.A == 1)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Planet.EARTH.g, Planet.MARS.mass, Planet.EARTH.value)
class Op(Enum):
    ADD = "+"
    def __call__(self, a, b): return a + b
    def __str__(self): return f"op{self.value}"
    @classmethod
    def _missing_(cls, v): return cls.ADD if v == "plus" else None
print(Op.ADD(1, 2), Op.ADD, Op("plus"))
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Enum("T", {"a": 1}).a)
for e in ("Color(9)", "Color['NOPE']", "Color.NOPE", "setattr(Color, 'RED', 5)", "Color.RED < Color.GREEN", "Color.RED + 1", "Color()", "delattr(Color, 'RED')", "setattr(Color.RED, 'value', 3)", "F(99)", "N(99)", "Op('zz')", "F.R | 5", "Color.RED.nope", "Color.RED.GREEN", "S('q')"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
for src in ("class B(Color): pass", "@unique\nclass U(Enum):\n a = 1\n b = 1", "class D(Enum):\n a = 1\n a = 2", "class E(Enum):\n _x_ = 1"):
    try:
        exec(src)
    except (TypeError, ValueError) as x:
        print(type(x).__name__, x)
match Color.GREEN:
    case Color.RED: print("red")
    case Color.GREEN: print("matched green")

