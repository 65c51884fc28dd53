"""The helpers of ast: dump in all its forms, walking, visiting, filling in places."""
import ast

SOURCE = '''
def f(a, /, b=1, *c, d: int = 2, **e) -> None:
    "doc"
    return [x for x in a if x] + [b'1', ..., None]

class K(list, metaclass=type): pass
match f(1):
    case None | {'k': [1, *_]}: del a.b
'''


def attempt(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


tree = ast.parse(SOURCE)
for options in ({}, {'indent': 2}, {'indent': '\t', 'include_attributes': True}, {'annotate_fields': False},
                {'annotate_fields': False, 'show_empty': True}, {'show_empty': True, 'indent': 1}):
    print(options)
    print(ast.dump(tree, **options))
print(attempt(ast.dump, tree, indent=1.5), attempt(ast.dump, tree, indent=b'x'), attempt(ast.dump, 3))

# Fields left out, empty lists and the None of a class
for node in (ast.Constant(...), ast.Constant(None), ast.arguments(), ast.Return(), ast.Raise(cause=ast.Name('b')),
             ast.List([1, [2, []], 'x']), ast.Call(ast.Name('f'), [])):
    print(ast.dump(node), '|', ast.dump(node, annotate_fields=False), '|', ast.dump(node, False, show_empty=True))
print(ast.dump(ast.List([1, [2, []], 'x']), indent=1))

# Places
loose = ast.Module([
    ast.Expr(ast.Name('x', ast.Load()), lineno=None, col_offset=3),
    ast.Expr(ast.Call(ast.Name('f'), [ast.Constant(1, lineno=9)], []), end_lineno=8)])
print(ast.dump(ast.fix_missing_locations(loose), include_attributes=True, indent=1))

# Walking: the nodes below are noted before the caller may change them
print([type(node).__name__ for node in ast.walk(tree)])
for node in ast.walk(ast.parse('a = b + c')):
    print(type(node).__name__, [name for name, value in ast.iter_fields(node)], list(map(type, ast.iter_child_nodes(node))))
    if isinstance(node, ast.Assign):
        node.value = ast.Constant(1)


class Names(ast.NodeVisitor):
    def generic_visit(self, node):
        print(type(node).__name__, end=' ')
        super().generic_visit(node)


Names().visit(tree)
print()


class Change(ast.NodeTransformer):
    def visit_Constant(self, node):
        return None if node.value == 1 else ast.Name('c')

    def visit_Expr(self, node):
        self.generic_visit(node)
        return [node, node] if hasattr(node, 'value') else None

    def visit_Pass(self, node):
        return 3


print(ast.dump(Change().visit(ast.parse('f(1, 2)\n1\n2\n[1, 2, 3]'))))
print(attempt(Change().visit, ast.parse('pass')))

# Classes of earlier versions
print(attempt(ast.Index), ast.Index(1), ast.Index(value=2), ast.dump(ast.ExtSlice([ast.Name('a')])))
for old in (ast.slice, ast.Index, ast.ExtSlice, ast.Suite, ast.AugLoad, ast.AugStore, ast.Param):
    print(old, old.__mro__, old.__doc__, old.__qualname__)
print(attempt(ast.Suite, [1]))
