class P:
    kind = "point"
    def __init__(self, x, y): self.x, self.y = x, y
    def __getstate__(self): return {"x": self.x}
    def __setstate__(self, s): self.__dict__.update(s, y="restored")
    def __reduce_ex__(self, p): return super().__reduce_ex__(p)
p = P(1, 2)
print(p.__getstate__(), object.__getstate__(type("Q", (), {})()), vars(p))
q = P.__new__(P)
q.__setstate__(p.__getstate__())
print(q.x, q.y, vars(q))
class C:
    __match_args__ = ("a",)
    a: int = 1
    def __sizeof__(self): return 10
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
c = C()
print(c == c, c == C(), c != C(), c.__eq__(1), c.__ne__(1), c.__hash__, c.__sizeof__(), c.__dir__()[:0], c.__str__()[:12], c.__format__("")[:12])
for f in (lambda: c.__format__("x"), lambda: c.__reduce__, lambda: c.__class__(), lambda: c.__init__(1), lambda: object.__setattr__(5, "x", 1), lambda: object.__getattribute__(c, "zz"), lambda: object.__delattr__(c, "zz"), lambda: c.__lt__(1), lambda: c < 1, lambda: C.__subclasshook__(int), lambda: C.__init_subclass__(), lambda: object.__hash__(c) == hash(id), lambda: object().__dict__, lambda: type.__call__(C).a, lambda: C.__call__, lambda: type.__getattribute__(C, "a"), lambda: C.__dict__["__eq__"](c, c)):
    try:
        r = f()
        print(r if "0x" not in repr(r) else type(r).__name__)
    except Exception as e:
        print(type(e).__name__, e)
print(sorted(set(dir(object())) - {"__getstate__"})[:6], len(dir(object())))
print(C.__dict__.keys() >= {"__module__", "__annotations__", "a", "__eq__"}, C.__weakref__.__class__.__name__, "__dict__" in C.__dict__)

