# The node classes, the deprecated ones, ast.parse(optimize=…, feature_version=…) and the mode func_type.
import ast
import warnings

for cls in (ast.mod, ast.boolop, ast.arg, ast.Pass, ast.excepthandler, ast.FunctionDef, ast.Name, ast.comprehension):
    print(cls.__doc__.splitlines()[0], cls._fields, cls._attributes, getattr(cls, "_field_types", None))
print(ast.FunctionDef.__annotations__["body"], ast.pattern.__dict__.keys() & {"end_lineno"}, ast.expr.end_lineno)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    ast.BinOp(ast.Name("a"))
    ast.Name(id="x", flavour=1)
    print(ast.Num(3).value, ast.Str("s").s, isinstance(ast.Constant(True), ast.Num), isinstance(ast.Constant(1j), ast.Num))

    class Old(ast.NodeVisitor):
        def visit_Num(self, node):
            print("Num", node.n)

        def visit_Str(self, node):
            print("Str", node.s)

    Old().visit(ast.parse("1, 'a', None"))
for w in caught:
    print(w.category.__name__, w.message)
for args, kwargs in (((1, 2, 3), {}), ((1,), {"id": 2})):
    try:
        ast.Name(*args, **kwargs)
    except TypeError as e:
        print(e)

for source in ("1 + 2 * 3", "-(2 ** 10)", "'a' * 5000", "'ab' 'c' * 2", "2 ** 1000", "1 / 0", "not (a is b)", "not a < b", "(1, (2, 3))[1]",
               "x in [1, 2]", "x in {1, 2}", "x in [a, b]", "'%s: %r %5s %%' % (a, b, c)", "'%d' % (a,)", "__debug__", "[1, 2][0]",
               "(1, 2) + (3,)", "~5, +True", "7 % 3, '7' % 3", "1 << 200, 1 << 20", "[i for i in [1, 2]]", "x[1:2]", "(a, 1)"):
    print(source, "->", ast.dump(ast.parse(source, mode="eval", optimize=1).body))
print(ast.unparse(ast.parse('"doc"\ndef f():\n    "doc"\nclass C:\n    "doc"\n    x: int = 1 + 1\nfor i in [1, 2]: pass', optimize=2)))
print(ast.unparse(ast.parse("'a' + 'b'\ndef f(x: 1 + 1 = 2 + 2): 'a' + 'b'", optimize=1)))
print(ast.dump(ast.parse("(int, *str, **dict[a, b]) -> list[int]", mode="func_type")))
for source, version in (("(x := 1)", (3, 7)), ("def f(a, /): pass", (3, 7)), ("match x:\n case 1: pass", (3, 9)), ("type X = int", (3, 11)),
                        ("def f[T](): pass", (3, 11)), ("try: pass\nexcept* A: pass", (3, 10)), ("class C[T = int]: pass", (3, 12)), ("x", (2, 7))):
    try:
        ast.parse(source, feature_version=version)
    except (SyntaxError, ValueError) as e:
        print(type(e).__name__, getattr(e, "msg", e))
print(repr(ast.get_source_segment("a = 1\r\nb = (2,\r 3)\n", ast.parse("a = 1\r\nb = (2,\r 3)\n").body[1].value)))
