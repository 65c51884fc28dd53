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


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """
    Return a formatted dump of the tree in node.  This is mainly useful for
    debugging purposes.
    """
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent

    def format(node, level=0):
        if indent is None:
            prefix, sep = '', ', '
        else:
            level += 1
            prefix = '\n' + indent * level
            sep = ',\n' + indent * level
        if isinstance(node, list):
            if not node:
                return '[]', True
            return '[%s%s]' % (prefix, sep.join(format(x, level)[0] for x in node)), False
        if not isinstance(node, AST):
            return repr(node), True
        cls = type(node)
        args, skipped = [], []
        simple = True
        keywords = annotate_fields
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                keywords = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                keywords = True
                continue
            if not show_empty:
                if value == []:
                    if not keywords:
                        skipped.append(repr(value))
                    continue
                if not keywords:
                    args.extend(skipped)
                    skipped = []
            text, is_simple = format(value, level)
            simple = simple and is_simple
            args.append('%s=%s' % (name, text) if keywords else text)
        if include_attributes and node._attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                text, is_simple = format(value, level)
                simple = simple and is_simple
                args.append('%s=%s' % (name, text))
        if simple and len(args) <= 3:
            return '%s(%s)' % (cls.__name__, ', '.join(args)), not args
        return '%s(%s%s)' % (cls.__name__, prefix, sep.join(args)), False

    return format(node)[0]


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


def fix_missing_locations(node):
    """
    Fill in missing locations of the nodes in a tree: each takes its parent's.
    """
    def fix(node, lineno, col_offset, end_lineno, end_col_offset):
        if 'lineno' in node._attributes:
            if not hasattr(node, 'lineno'):
                node.lineno = lineno
            else:
                lineno = node.lineno
        if 'end_lineno' in node._attributes:
            if getattr(node, 'end_lineno', None) is None:
                node.end_lineno = end_lineno
            else:
                end_lineno = node.end_lineno
        if 'col_offset' in node._attributes:
            if not hasattr(node, 'col_offset'):
                node.col_offset = col_offset
            else:
                col_offset = node.col_offset
        if 'end_col_offset' in node._attributes:
            if getattr(node, 'end_col_offset', None) is None:
                node.end_col_offset = end_col_offset
            else:
                end_col_offset = node.end_col_offset
        for child in iter_child_nodes(node):
            fix(child, lineno, col_offset, end_lineno, end_col_offset)
    fix(node, 1, 0, 1, 0)
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
    Yield a tuple of ``(fieldname, value)`` for each field in ``node._fields``
    that is present on *node*.
    """
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """
    Yield all direct child nodes of *node*, that is, all fields that are nodes
    and all items of fields that are lists of nodes.
    """
    for name, field in iter_fields(node):
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            for item in field:
                if isinstance(item, AST):
                    yield item


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
    Recursively yield all descendant nodes in the tree starting at *node*
    (including *node* itself), in no specified order.
    """
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


class NodeVisitor(object):
    """
    A node visitor base class that walks the abstract syntax tree and calls a
    visitor function for every node found: visit_ClassName, or generic_visit.
    """

    def visit(self, node):
        """Visit a node."""
        method = 'visit_' + node.__class__.__name__
        return getattr(self, method, self.generic_visit)(node)

    def generic_visit(self, node):
        """Called if no explicit visitor function exists for a node."""
        for field, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)

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
    A :class:`NodeVisitor` subclass that walks the abstract syntax tree and
    allows modification of nodes: the result of a visitor method takes the
    place of the node, None removes it.
    """

    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for value in old:
                    if isinstance(value, AST):
                        value = self.visit(value)
                        if value is None:
                            continue
                        if not isinstance(value, AST):
                            new.extend(value)
                            continue
                    new.append(value)
                old[:] = new
            elif isinstance(old, AST):
                value = self.visit(old)
                if value is None:
                    delattr(node, field)
                else:
                    setattr(node, field, value)
        return node


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


class slice(AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Suite(mod):
    """Deprecated AST node class.  Unused in Python 3."""


class AugLoad(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


class AugStore(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


class Param(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


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
