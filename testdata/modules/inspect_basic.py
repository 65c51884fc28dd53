import inspect
def f(a, b=2, /, c=3, *args, d, e: int = 5, **kw) -> str:
    "f doc"
    return a
sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.return_annotation, sig.parameters["e"].default, sig.parameters["e"].annotation, sig.parameters["a"].kind, sig.parameters["args"].kind.name, sig.parameters["d"].default is inspect.Parameter.empty, str(sig.parameters["e"]), repr(sig.parameters["c"]))
b = sig.bind(1, d=4, z=9)
print(b.arguments, b.args, b.kwargs)
b.apply_defaults()
print(b.arguments)
for a, k in (((), {}), ((1, 2, 3), {}), ((1,), {"d": 1, "a": 2})):
    try:
        print(sig.bind(*a, **k))
    except TypeError as e:
        print(e)
class C:
    def m(self, x): pass
    @staticmethod
    def s(y): pass
    @classmethod
    def c(cls, z): pass
    def __init__(self, q, r=1): pass
    def __call__(self, w): pass
print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.s), inspect.signature(C.c), inspect.signature(C(1)), inspect.signature(lambda x, *, y=1: 0), inspect.signature(len))
async def co(): pass
def g(): yield
async def ag(): yield
print(inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isclass(C), inspect.ismodule(inspect), inspect.isbuiltin(len), inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(g), inspect.isasyncgenfunction(ag), inspect.isgenerator(g()), inspect.isroutine(len), inspect.isabstract(C), inspect.isawaitable(5), inspect.isdatadescriptor(property()), callable(C))
print(inspect.getdoc(f), inspect.getmodule(f).__name__, [n for n, _ in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(C), inspect.unwrap(f) is f, inspect.getsource(g), inspect.getfile(f).endswith("inspect_basic.py"), inspect.getsourcelines(g)[1])
print(inspect.currentframe().f_code.co_name, inspect.getfullargspec(f), inspect.stack()[0].function, inspect.cleandoc("  a\n    b\n    c"))
def outer(): return inspect.currentframe().f_back.f_code.co_name, inspect.stack()[1].lineno > 0
print(outer())
print(inspect.signature(f) == inspect.signature(f), sig.replace(return_annotation=int), inspect.Signature([inspect.Parameter("x", inspect.Parameter.POSITIONAL_ONLY)]), inspect.getclosurevars(f).builtins, inspect.getgeneratorstate(g()), inspect.getattr_static(C, "m").__name__)
try:
    inspect.signature(5)
except TypeError as e:
    print(e)

