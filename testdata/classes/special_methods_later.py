# Special methods set and deleted after a class was made, as subclasses and instances see them.


class Base:
    pass


class Sub(Base):
    pass


class Seq(list):
    pass


def show(text, f):
    try:
        print(text, f())
    except Exception as e:
        print(text, type(e).__name__, e)


x, y = Base(), Sub()
for name, method, use in [
    ("__len__", lambda self: 3, len),
    ("__getitem__", lambda self, i: i * 2, lambda o: o[4]),
    ("__call__", lambda self: "called", lambda o: o()),
    ("__add__", lambda self, other: "sum", lambda o: o + 1),
    ("__radd__", lambda self, other: "rsum", lambda o: 1 + o),
    ("__eq__", lambda self, other: True, lambda o: o == 5),
    ("__hash__", lambda self: 7, lambda o: hash(o) == 7),
    ("__iter__", lambda self: iter("ab"), list),
    ("__next__", lambda self: 9, next),

    ("__bool__", lambda self: False, bool),
    ("__getattr__", lambda self, n: n.upper(), lambda o: o.missing),
    ("__repr__", lambda self: "<repr>", repr),
    ("__index__", lambda self: 2, lambda o: "abc"[o]),
    ("__enter__", lambda self: "in", lambda o: type(o).__enter__(o)),
    ("__mul__", lambda self, n: "product", lambda o: o * 2),
]:
    setattr(Base, name, method)
    show(name, lambda: (use(x), use(y)))
    setattr(Sub, name, lambda self, *a: NotImplemented if a else "own")
    show(name + " of Sub", lambda: use(y))
    delattr(Sub, name)
    show(name + " of Base again", lambda: use(y))
    delattr(Base, name)
    if name not in ("__next__", "__hash__", "__eq__", "__repr__", "__bool__"):
        show(name + " gone", lambda: use(y))

Base.__init__ = lambda self, n=0: setattr(self, "n", n)
show("__init__", lambda: (Base(1).n, Sub(2).n))
Base.__new__ = staticmethod(lambda cls, *a: "other")
show("__new__", lambda: (Base(1), Sub()))
del Base.__new__, Base.__init__
show("object's", lambda: type(Sub()).__name__)

Seq.__add__ = lambda self, other: "added"
show("list +", lambda: Seq([1]) + [2])
del Seq.__add__
show("list + again", lambda: Seq([1]) + [2])
Seq.__iadd__ = lambda self, other: "in place"
s = Seq()
s += [1]
print(s)
Base.__abstractmethods__ = frozenset(["work"])
show("abstract", lambda: Base())
show("abstract Sub", lambda: type(Sub()).__name__)
Base.__abstractmethods__ = frozenset()
show("concrete", lambda: type(Base()).__name__)
