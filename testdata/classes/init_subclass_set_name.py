class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        print("subclass", cls.__name__, key)
        cls.registry[key or cls.__name__] = cls
class A(Plugin, key="a"): pass
class B(Plugin): pass
class C(A): pass
print(sorted(Plugin.registry))
try:
    class D(Plugin, bogus=1): pass
except TypeError as e:
    print(e)
class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, int): raise TypeError(f"{self.name[1:]} must be int")
        setattr(obj, self.name, value)
    def __delete__(self, obj):
        delattr(obj, self.name)
class Model:
    x = Field()
    y = Field()
m = Model()
print(m.x)
m.x = 5
print(m.x, vars(m), isinstance(Model.x, Field))
del m.x
print(m.x)
try:
    m.y = "str"
except TypeError as e:
    print(e)
try:
    del m.y
except AttributeError as e:
    print(e)
class BadName:
    def __set_name__(self, o, n): raise ValueError("boom")
try:
    class Q:
        attr = BadName()
except ValueError as e:
    print(repr(e), e.__notes__)
class Order:
    def __init_subclass__(cls): print("attrs", [k for k in vars(cls) if k[0] != "_"])
class R(Order):
    f = Field()
    z = 1
Model.late = Field()
print(hasattr(Model.late, "name"))

