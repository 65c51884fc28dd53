"""Abstract syntax trees: the node classes, and helpers to make, show and change trees."""
from _ast import parse as _parse, register as _register
from _ast_nodes import POSITION as _POSITION, classes as _classes

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8000 | PyCF_ONLY_AST


globals().update(_classes)
_register(_classes)


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    """
    Parse the source into an AST node.
    Equivalent to compile(source, filename, mode, PyCF_ONLY_AST).
    """
    if feature_version is not None:
        major, minor = feature_version if isinstance(feature_version, tuple) else (3, feature_version)
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
    if isinstance(source, AST):
        tree = source
        if optimize <= 0:
            return tree
        from copy import deepcopy
        tree = deepcopy(tree)
    elif mode == 'func_type':
        tree = _function_type(source, filename)
    else:
        tree = _parse(source, filename, mode, _classes)
    if feature_version is not None and minor < 13:
        from _ast_features import check
        check(tree, minor, filename)
    if optimize > 0:
        from _ast_optimize import fold
        tree = fold(tree, optimize)
    return tree


def _function_type(source, filename):
    """Parse a type comment: (int, *str) -> bool."""
    if isinstance(source, bytes):
        source = source.decode()
    head, arrow, returns = source.rpartition('->')
    head = head.strip()
    if not (arrow and head[:1] == '(' and head[-1:] == ')'):
        raise SyntaxError('invalid syntax', (filename, 1, 1, source, 1, 1))
    call = _parse('f' + head, filename, 'eval', _classes).body
    types = [a.value if isinstance(a, Starred) else a for a in call.args]
    types += [k.value for k in call.keywords if k.arg is None]
    return FunctionType(types, _parse(returns.strip(), filename, 'eval', _classes).body)


def literal_eval(node_or_string):
    """
    Evaluate an expression node or a string containing only a Python
    expression.  The string or node provided may only consist of the following
    Python literal structures: strings, bytes, numbers, tuples, lists, dicts,
    sets, booleans, and None.
    """
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    msg = "malformed node or string"
    if lno := getattr(node, 'lineno', None):
        msg += f' on line {lno}'
    raise ValueError(msg + f': {node!r}')


def _number(node):
    if type(node) is not Constant or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed_number(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if (isinstance(node, Call) and isinstance(node.func, Name)
            and node.func.id == 'set' and node.args == node.keywords == []):
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left = _signed_number(node.left)
        right = _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed_number(node)


# Stands for a field or attribute that a node lacks.
_absent = object()


class _Dumper:
    """What dump() was asked to show, and the texts of values and nodes.

    A text comes with the answer to whether it is a leaf: a plain value, an
    empty list or a node without arguments. Up to three leaves stay on the
    line of their node.
    """

    def __init__(self, annotate_fields, include_attributes, indent, show_empty):
        self.named, self.attributes, self.empty = annotate_fields, include_attributes, show_empty
        self.indent = indent if indent is None or isinstance(indent, str) else ' ' * indent

    def separators(self, level):
        """What stands before the first of several arguments, and between two."""
        if self.indent is None:
            return '', ', '
        line = '\n' + self.indent * level
        return line, ',' + line

    def text(self, value, level):
        if isinstance(value, AST):
            return self.node(value, level + 1)
        if not isinstance(value, list):
            return repr(value), True
        if not value:
            return '[]', True
        first, between = self.separators(level + 1)
        return f"[{first}{between.join([self.text(item, level + 1)[0] for item in value])}]", False

    def node(self, node, level):
        name = type(node).__name__
        parts, leaves = [], True
        for label, value in self.arguments(node):
            text, leaf = self.text(value, level)
            parts.append(label + text)
            leaves = leaves and leaf
        if leaves and len(parts) <= 3:
            return f"{name}({', '.join(parts)})", not parts
        first, between = self.separators(level)
        return f'{name}({first}{between.join(parts)})', False

    def arguments(self, node):
        """Yield the label ('' or 'field=') and the value of each argument of the node's call.

        Behind a field that is left out, the others need their names; empty
        lists at the end can go without that.
        """
        named, held = self.named, []
        for name in node._fields:
            value = _stored(node, name)
            if value is _absent:
                named = True
            elif not self.empty and value == []:
                held.append(value)
            else:
                if not named:
                    for empty in held:
                        yield '', empty
                    held.clear()
                yield name + '=' if named else '', value
        if self.attributes:
            for name in node._attributes:
                value = _stored(node, name)
                if value is not _absent:
                    yield name + '=', value


def _stored(node, name):
    """A field or attribute of a node; _absent also for the None that its class gives by itself."""
    value = getattr(node, name, _absent)
    return _absent if value is None and getattr(type(node), name, _absent) is None else value


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """
    Return the tree as text: the calls that would make its nodes, with field
    names unless *annotate_fields* is false, with positions on demand, over
    several lines if *indent* (a number or a string) is given.
    """
    if isinstance(node, AST):
        return _Dumper(annotate_fields, include_attributes, indent, show_empty).node(node, 1)[0]
    raise TypeError(f'expected AST, got {type(node).__name__!r}')


def copy_location(new_node, old_node):
    """
    Copy source location (`lineno`, `col_offset`, `end_lineno`, and `end_col_offset`
    attributes) from *old_node* to *new_node* if possible, and return *new_node*.
    """
    for attr in _POSITION:
        if attr in old_node._attributes and attr in new_node._attributes:
            value = getattr(old_node, attr, None)
            if value is not None or hasattr(old_node, attr) and attr.startswith("end_"):
                setattr(new_node, attr, value)
    return new_node


# The place of a tree whose root has none.
_ORIGIN = {'lineno': 1, 'col_offset': 0, 'end_lineno': 1, 'end_col_offset': 0}


def fix_missing_locations(node):
    """
    Fill in missing locations of the nodes in a tree: each takes its parent's.
    """
    pending = [(node, _ORIGIN)]
    while pending:
        child, around = pending.pop()
        place = dict(around)
        for attr in child._attributes:
            if attr not in place:
                continue
            value = getattr(child, attr, None)
            # A beginning may be None on purpose, an end is then unknown.
            if value is not None or attr[:4] != 'end_' and hasattr(child, attr):
                place[attr] = value
            else:
                setattr(child, attr, place[attr])
        pending += [(grandchild, place) for grandchild in iter_child_nodes(child)][::-1]
    return node


def increment_lineno(node, n=1):
    """
    Increment the line number and end line number of each node in the tree
    starting at *node* by *n*.
    """
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end_lineno := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end_lineno + n
    return node


def iter_fields(node):
    """
    Yield the name and the value of each field that the node has.
    """
    for name in node._fields:
        if (value := getattr(node, name, _absent)) is not _absent:
            yield name, value


def iter_child_nodes(node):
    """
    Yield the nodes right below *node*: fields, and items of fields that are
    lists.
    """
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            yield from filter(_is_node, value)
        elif isinstance(value, AST):
            yield value


def _is_node(value):
    return isinstance(value, AST)


def get_docstring(node, clean=True):
    """
    Return the docstring for the given node or None if no docstring can
    be found.
    """
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % (node.__class__.__name__))
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    text = value.value
    if clean:
        import inspect
        text = inspect.cleandoc(text)
    return text


def get_source_segment(source, node, *, padded=False):
    """Get source code segment of the *source* that generated *node*.

    If some location information (`lineno`, `end_lineno`, `col_offset`,
    or `end_col_offset`) is missing, return None.
    """
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        lineno, end_lineno = node.lineno - 1, node.end_lineno - 1
        col_offset, end_col_offset = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    import re
    lines = re.findall('[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$', source)
    if end_lineno == lineno:
        return lines[lineno].encode()[col_offset:end_col_offset].decode()
    start = lines[lineno].encode()
    padding = ''
    if padded:
        before = start[:col_offset].decode()
        padding = ''.join(c if c in '\f\t' else ' ' for c in before)
    first = padding + start[col_offset:].decode()
    last = lines[end_lineno].encode()[:end_col_offset].decode()
    return ''.join([first, *lines[lineno + 1:end_lineno], last])


def walk(node):
    """
    Yield *node* and all nodes below it, level by level.
    """
    from collections import deque
    waiting = deque((node,))
    while waiting:
        reached = waiting.popleft()
        # Before the caller sees, and perhaps changes, the node.
        waiting += iter_child_nodes(reached)
        yield reached


class NodeVisitor(object):
    """
    The base of classes that go over a tree: visit() calls the method
    visit_ClassName for a node, or generic_visit where there is none.
    """

    def visit(self, node):
        """Call the method for this kind of node."""
        return getattr(self, f'visit_{type(node).__name__}', self.generic_visit)(node)

    def generic_visit(self, node):
        """Visit the nodes right below this one."""
        for child in iter_child_nodes(node):
            self.visit(child)

    def visit_Constant(self, node):
        # visit_Num and the like, of trees before Python 3.8
        for kinds, name in _OLD_KINDS:
            if type(node.value) in kinds:
                method = getattr(self, 'visit_' + name, None)
                if method is not None:
                    import warnings
                    warnings.warn(f'visit_{name} is deprecated; add visit_Constant', DeprecationWarning, 2)
                    return method(node)
        return self.generic_visit(node)


class NodeTransformer(NodeVisitor):
    """
    A :class:`NodeVisitor` that changes the tree: what a visitor method
    returns takes the place of its node, None removes the node, and several
    nodes may stand for one in a list.
    """

    def generic_visit(self, node):
        for field, value in iter_fields(node):
            if isinstance(value, list):
                value[:] = self._visited(value)
            elif isinstance(value, AST):
                if (changed := self.visit(value)) is None:
                    delattr(node, field)
                else:
                    setattr(node, field, changed)
        return node

    def _visited(self, items):
        kept = []
        for item in items:
            result = self.visit(item) if isinstance(item, AST) else item
            if not isinstance(item, AST) or isinstance(result, AST):
                kept.append(result)
            elif result is not None:
                kept += result
        return kept


def unparse(ast_obj):
    """Return source text that makes the tree when it is parsed."""
    from _ast_unparse import unparse
    return unparse(ast_obj)


# The classes of Python 3.7 and before

_OLD_KINDS = (((bool, type(None)), 'NameConstant'), ((int, float, complex), 'Num'), ((str,), 'Str'), ((bytes,), 'Bytes'),
              ((type(...),), 'Ellipsis'))
_OLD_NAMES = frozenset([name for kinds, name in _OLD_KINDS])


def __getattr__(name):
    if name in _OLD_NAMES:
        import _ast_old
        import warnings
        warnings._deprecated(f'ast.{name}', message=_ast_old.MESSAGE, remove=(3, 14))
        globals()[name] = value = getattr(_ast_old, name)
        return value
    raise AttributeError(f"module 'ast' has no attribute '{name}'")


def _retired(name, base, more='  Unused in Python 3.'):
    """A class that makes no nodes any more."""
    return type(name, (base,), {'__doc__': 'Deprecated AST node class.' + more, '__module__': __name__})


slice = _retired('slice', AST, '')
Suite = _retired('Suite', mod)
AugLoad, AugStore, Param = [_retired(name, expr_context) for name in ('AugLoad', 'AugStore', 'Param')]


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


def _old_attribute(name, old):
    def get(self):
        """Deprecated."""
        if old != 'dims':
            _warn_old(f'Attribute {old}')
        return getattr(self, name)

    def set(self, value):
        if old != 'dims':
            _warn_old(f'Attribute {old}')
        setattr(self, name, value)

    return property(get, set)


def _warn_old(what):
    import warnings
    warnings._deprecated(what, message='{name} is deprecated and will be removed in Python {remove}; use value instead',
                         remove=(3, 14))


Tuple.dims = _old_attribute('elts', 'dims')
Constant.n = _old_attribute('value', 'n')
Constant.s = _old_attribute('value', 's')


if __name__ == '__main__':
    import _ast_command
    _ast_command.main()
