"""The check of ast.parse(feature_version=...): syntax that a version of Python 3 did not have."""
import ast

# By class of node: the first version, and what the error calls the feature.
NODES = {
    'NamedExpr': (8, 'Assignment expressions are'), 'Match': (10, 'Pattern matching is'), 'TryStar': (11, 'Exception groups are'),
    'TypeAlias': (12, 'Type statement is'), 'AsyncFunctionDef': (5, 'Async functions are'), 'AsyncFor': (5, 'Async for loops are'),
    'AsyncWith': (5, 'Async with statements are'), 'Await': (5, 'Await expressions are'), 'MatMult': (5, "The '@' operator is"),
    'AnnAssign': (6, 'Variable annotation syntax is'), 'TypeVar': (12, 'Type parameter lists are'),
    'ParamSpec': (12, 'Type parameter lists are'), 'TypeVarTuple': (12, 'Type parameter lists are'),
}


def check(tree, minor, filename):
    for node in ast.walk(tree):
        needs = []
        if feature := NODES.get(type(node).__name__):
            needs.append(feature)
        if isinstance(node, ast.arguments) and node.posonlyargs:
            needs.append((8, 'Positional-only parameters are'))
        if isinstance(node, ast.comprehension) and node.is_async:
            needs.append((6, 'Async comprehensions are'))
        if getattr(node, 'default_value', None):
            needs.append((13, 'Type parameter defaults are'))
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and minor < 9:
            for decorator in node.decorator_list:
                if not plain_decorator(decorator):
                    needs.append((9, 'Generalized decorators are'))
        for version, what in needs:
            if minor < version:
                raise SyntaxError(f'{what} only supported in Python 3.{version} and greater', position(node, filename))


def plain_decorator(node):
    if isinstance(node, ast.Call):
        node = node.func
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def position(node, filename):
    if not hasattr(node, 'lineno'):
        return filename, 1, 1, None, 1, 1
    return filename, node.lineno, node.col_offset + 1, None, node.end_lineno, node.end_col_offset + 1
