type Alias = list[int]
type Pair[T, U] = tuple[T, U]
print(Alias, Alias.__value__, Pair.__type_params__, Pair.__name__, type(Alias).__name__)
def ident[T](x: T) -> T: return x
print(ident(3), ident.__type_params__, ident.__type_params__[0].__name__)
class Box[T]:
    def __init__(self, v: T): self.v = v
    def map[U](self, f) -> "Box[U]": return Box(f(self.v))
print(Box(2).map(str).v, Box.__type_params__, Box[int])
def bounded[T: int, *Ts, **P](x: T, *a: *Ts) -> T: return x
T, Ts, P = bounded.__type_params__
print(T, Ts, P, T.__bound__, T.__constraints__, T.__infer_variance__)
def constr[S: (int, str)](x: S): return x
print(constr.__type_params__[0].__constraints__)
def dflt[T = int](x: T): return x
print(dflt.__type_params__[0].__default__)
type Rec = list[Rec] | None
print(Rec.__value__)
class Sub(Box[str]): pass
print(Sub.__bases__, Sub.__orig_bases__, Sub("q").v)
type = 5
print(type)
type X = undefined_name
try:
    X.__value__
except NameError as e:
    print(e)

