from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: str = field(default="h", repr=False, compare=False)
    def total(self): return self.x + self.y
p = P(1, 2)
print(p, p.total(), p == P(1, 2), p == P(1, 3), p != (1, 2), P(5).tags is P(5).tags, p.hidden, P.__match_args__, P.__hash__)
p.tags.append("t")
print(asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)], fields(p)[1].default, is_dataclass(P), is_dataclass(p), is_dataclass(int))
@dataclass(frozen=True, order=True)
class V:
    a: int
    b: str = "z"
print(V(1) < V(2), V(1, "a") < V(1, "b"), sorted([V(2), V(1)]), hash(V(1)) == hash(V(1)), {V(1): "k"}[V(1)])
try:
    V(1).a = 5
except FrozenInstanceError as e:
    print(type(e).__name__, e)
try:
    del V(1).a
except FrozenInstanceError as e:
    print(e)
@dataclass
class Base:
    i: int
    j: int = 5
@dataclass
class Child(Base):
    k: int = 6
    i: int = 1
print(Child(), Child(9, k=3), Child.__mro__[1].__name__)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1))
@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 3
    c: InitVar[int] = 0
    d: int = field(init=False)
    def __post_init__(self, c): self.d = self.a + c
print(Mixed(1, b=4, c=10), Mixed(1).d)
@dataclass(slots=True)
class S:
    a: int
    b: list = field(default_factory=list)
print(S(1), S.__slots__, hasattr(S(1), "__dict__"))
@dataclass(repr=False, eq=False)
class N: a: int = 1
print(repr(N()).startswith("<__main__.N object"), N() == N())
M = make_dataclass("M", [("x", int), "y", ("z", int, field(default=3))])
print(M(1, 2))
@dataclass
class Node:
    v: int
    nxt: "Node | None" = None
print(Node(1, Node(2)), asdict(Node(1, Node(2))))
n = Node(1); n.nxt = n
print(n)
for e in ("P()", "P(1, 2, [], 'h', 5)", "P(x=1, z=2)", "K(1)", "V(1) < 5", "V(1) < P(1)", "asdict(5)", "replace(p, q=1)", "fields(5)", "Mixed(1, 2)", "hash(P(1))", "P(1) < P(2)", "replace(Mixed(1), d=5)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
for src in ("@dataclass\nclass B:\n x: int = 1\n y: int", "@dataclass\nclass B:\n x: list = []", "@dataclass(frozen=True)\nclass B(P): pass", "@dataclass(order=True, eq=False)\nclass B: pass", "@dataclass\nclass B:\n x: int = field(default=1, default_factory=int)"):
    try:
        exec(src)
    except (TypeError, ValueError) as x:
        print(type(x).__name__, x)

