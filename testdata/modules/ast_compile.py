# compile() of syntax trees: parsed, changed by a NodeTransformer, made by hand.
import ast
import traceback

tree = ast.parse("x = 20 + 1\nprint(x * 2)\n")
exec(compile(tree, "<tree>", "exec"))


class Swap(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Add):
            return ast.copy_location(ast.BinOp(node.left, ast.Mult(), node.right), node)
        return node

    def visit_Constant(self, node):
        if node.value == "drop":
            return ast.Constant("kept", lineno=node.lineno, col_offset=node.col_offset)
        return node


swapped = Swap().visit(ast.parse("print(3 + 4, 5 - 1, 'drop')"))
exec(compile(swapped, "<swap>", "exec"))

# Made by hand
call = ast.Expression(ast.Call(ast.Name("max"), [ast.Constant(3), ast.Constant((1, 2)), ast.Constant(-7)][::2], []))
ast.fix_missing_locations(call)
print(eval(compile(call, "<hand>", "eval")))
for value in (None, True, ..., -5, 10**30, -0.0, 1e400, 2 + 3j, "s", b"b", (1, (2, "x")), frozenset({7})):
    node = ast.fix_missing_locations(ast.Expression(ast.Constant(value)))
    print(repr(eval(compile(node, "<constant>", "eval"))))
make = ast.FunctionDef("area", ast.arguments(args=[ast.arg("w"), ast.arg("h")], defaults=[ast.Constant(2)]),
                       [ast.Return(ast.BinOp(ast.Name("w"), ast.Mult(), ast.Name("h")))])
module = ast.fix_missing_locations(ast.Module([make], []))
namespace = {}
exec(compile(module, "<made>", "exec"), namespace)
print(namespace["area"](5), namespace["area"](5, h=3), namespace["area"].__code__.co_filename)
exec(compile(ast.Interactive([ast.Expr(ast.Constant(5, lineno=1, col_offset=0), lineno=1, col_offset=0)]), "<i>", "single"))

# The lines of a traceback are those of the nodes
bad = ast.parse("def f():\n    return 1 / 0\nf()")
ast.increment_lineno(bad, 100)
try:
    exec(compile(bad, "<lines>", "exec"))
except ZeroDivisionError as e:
    for frame in traceback.extract_tb(e.__traceback__)[1:]:
        print(frame.filename, frame.lineno, frame.colno, frame.end_lineno, frame.end_colno, frame.name)

# The compiler's own errors, and the docstring
for source in ("return 1", "break", "def f():\n  x = 1\n  global x", "await f()", "[*a] = *b", "x: int = yield"):
    try:
        compile(ast.parse(source), "<wrong>", "exec")
        print("compiled", source)
    except SyntaxError as e:
        print(e, e.lineno, e.offset, e.end_offset, e.text)
doc = ast.parse('def f():\n    "the docstring"\nclass C: "of C"\nasync def g(): yield 1')
exec(compile(doc, "<doc>", "exec"), namespace)
print(namespace["f"].__doc__, namespace["C"].__doc__)

# Flags and optimization
print(ast.dump(compile("a + 1", "<x>", "eval", ast.PyCF_ONLY_AST)))
print(type(compile("a\nb", "<x>", "exec", flags=ast.PyCF_ONLY_AST)).__name__)
again = ast.parse("assert False, 'off'\nprint('ran')")
print(compile(again, "<x>", "exec", ast.PyCF_ONLY_AST) is again)
exec(compile(again, "<o>", "exec", optimize=1))
try:
    exec(compile(again, "<o>", "exec", optimize=0))
except AssertionError as e:
    print("AssertionError", e)
future = ast.parse("from __future__ import annotations\nx: a.b[c] = 1\nprint(__annotations__)")
exec(compile(future, "<f>", "exec"))
try:
    compile(ast.Name("x", ast.Load()), "<x>", "eval")
except TypeError as e:
    print(e)
