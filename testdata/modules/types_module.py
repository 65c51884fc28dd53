import types
def f(): yield
async def c(): pass
async def ag(): yield
print(types.FunctionType, types.LambdaType is types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.ModuleType, types.CodeType, types.FrameType, types.TracebackType, types.NoneType, types.EllipsisType, types.NotImplementedType, types.MappingProxyType, types.SimpleNamespace, types.GenericAlias, types.UnionType, types.CellType)
print(isinstance(f, types.FunctionType), isinstance(f(), types.GeneratorType), isinstance(ag(), types.AsyncGeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType))
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [2]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x", c=[2]), vars(ns), types.SimpleNamespace({"q": 1}), types.SimpleNamespace())
del ns.c
try:
    ns.c
except AttributeError as e:
    print(e)
p = types.MappingProxyType({"k": 1})
print(p, p["k"], list(p), len(p), p.get("z"), "k" in p, p | {"z": 2}, p.copy())
for e in ("p['x'] = 1", "del p['k']", "p.clear()", "types.MappingProxyType(5)", "types.SimpleNamespace(1)", "types.MethodType(5, 1)", "types.nope"):
    try:
        exec(e)
    except Exception as x:
        print(e, "->", type(x).__name__, x)
m = types.ModuleType("mymod", "doc")
m.x = 5
print(m, m.__name__, m.__doc__, m.x)
try:
    m.y
except AttributeError as e:
    print(e)
class A: pass
a = A()
a.meth = types.MethodType(lambda self, n: (type(self).__name__, n), a)
print(a.meth(3))
def body(ns): ns["z"] = 9
D = types.new_class("D", (A,), {}, body)
print(D, D.z, D.__mro__[1] is A, types.resolve_bases((A,)))
class Dyn:
    @types.DynamicClassAttribute
    def v(self): return "instance"
print(Dyn().v)
g = types.FunctionType(compile("def q(x): return x + y", "s", "exec").co_consts[0], {"y": 10})
print(g(1))
@types.coroutine
def gc():
    r = yield "y"
    return r
async def use(): return await gc()
u = use()
print(u.send(None))
try:
    u.send("sent")
except StopIteration as e:
    print(e.value)
print(types.GenericAlias(list, (int,)), types.get_original_bases(D))

