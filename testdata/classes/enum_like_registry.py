class Meta(type):
    def __new__(m, name, bases, ns):
        fields = {k: v for k, v in ns.items() if isinstance(v, int) and not k.startswith("_")}
        for k in fields: del ns[k]
        cls = super().__new__(m, name, bases, ns)
        cls._fields = dict(getattr(cls, "_fields", {}), **fields)
        return cls
    def __getattr__(cls, n):
        try:
            return type.__getattribute__(cls, "_fields")[n]
        except (KeyError, AttributeError):
            raise AttributeError(f"{cls.__name__} has no {n}") from None
    def __setattr__(cls, n, v):
        if n.isupper(): raise AttributeError("constant")
        super().__setattr__(n, v)
    def __iter__(cls): return iter(cls._fields.items())
    def __len__(cls): return len(cls._fields)
    def __bool__(cls): return True
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return id(cls)
    def __or__(cls, o): return ("or", cls.__name__, o)
    def __call__(cls, v):
        for k, x in cls:
            if x == v: return k
        raise ValueError(f"{v!r} is not a {cls.__name__}")
class Color(metaclass=Meta):
    RED = 1
    GREEN = 2
class More(Color):
    BLUE = 3
print(Color.RED, More.RED, More.BLUE, list(More), len(Color), More(3), Color | 5)
for s in ("Color.BLUE", "Color(9)", "setattr(Color, 'RED', 5)", "Color.__nope__"):
    try:
        print(eval(s))
    except Exception as e:
        print(type(e).__name__, e)
Color.lower = 1
print(Color.lower, Color == Color, Color == More, bool(Color))
registry = []
def register(cls):
    registry.append(cls.__name__)
    return cls
@register
class P: pass
@register
class Q(P): pass
print(registry)
class Chain:
    def __init__(self): self.ops = []
    def __getattr__(self, n):
        def op(*a):
            self.ops.append((n, *a))
            return self
        return op
print(Chain().filter(1).map("x").done().ops)

