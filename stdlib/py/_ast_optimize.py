"""What ast.parse(optimize=1) does: operations on constants are replaced by their results, as CPython's compiler does."""
import ast
import operator
from ast import Constant

BINARY = {
    'Add': operator.add, 'Sub': operator.sub, 'Div': operator.truediv, 'FloorDiv': operator.floordiv, 'BitOr': operator.or_,
    'BitXor': operator.xor, 'BitAnd': operator.and_,
}
UNARY = {'Invert': operator.invert, 'Not': operator.not_, 'UAdd': operator.pos, 'USub': operator.neg}
OPPOSITE = {'Is': ast.IsNot, 'IsNot': ast.Is, 'In': ast.NotIn, 'NotIn': ast.In}

# Results larger than this are left for the program to compute.
MAX_BITS, MAX_ITEMS, MAX_TEXT = 128, 256, 4096


class TooLarge(Exception):
    """The result of an operation would be too large a constant."""


def multiply(a, b):
    if isinstance(a, int) and isinstance(b, int):
        if a and b and a.bit_length() + b.bit_length() > MAX_BITS:
            raise TooLarge
        return a * b
    if isinstance(b, (tuple, frozenset, str, bytes)):
        a, b = b, a
    if isinstance(b, int) and isinstance(a, (tuple, str, bytes)):
        limit = MAX_ITEMS if isinstance(a, tuple) else MAX_TEXT
        if b < 0 or len(a) * b > limit or isinstance(a, tuple) and b and not small(a, MAX_ITEMS // b):
            raise TooLarge
    return a * b


def small(items, limit):
    """Whether a tuple, with the tuples in it, has no more than limit items."""
    limit -= len(items)
    for item in items:
        if isinstance(item, tuple):
            limit -= len(item)
    return limit >= 0


def power(a, b):
    if isinstance(a, int) and isinstance(b, int) and b > 0 and a and a.bit_length() > MAX_BITS // b:
        raise TooLarge
    return a ** b


def left_shift(a, b):
    if isinstance(a, int) and isinstance(b, int) and a and b and (b > MAX_BITS or a.bit_length() > MAX_BITS - b):
        raise TooLarge
    return a << b


def modulo(a, b):
    if isinstance(a, (str, bytes)):
        raise TooLarge
    return a % b


BINARY.update(Mult=multiply, Pow=power, LShift=left_shift, RShift=operator.rshift, Mod=modulo)


def fold(tree, level):
    return Folder(level).visit(tree)


def load(node):
    return isinstance(node.ctx, ast.Load)


def values(nodes):
    """The values of constant nodes, or None if one is not constant."""
    return [n.value for n in nodes] if all(isinstance(n, Constant) for n in nodes) else None


class Folder(ast.NodeTransformer):
    def __init__(self, level):
        self.level = level
        self.future_annotations = False

    def result(self, node, function, *operands):
        """The Constant for node, or node itself when there is no sensible one."""
        try:
            value = function(*operands)
        except Exception:
            return node
        return ast.copy_location(Constant(value), node)

    # Expressions

    def visit_Name(self, node):
        if node.id == '__debug__' and load(node):
            return ast.copy_location(Constant(not self.level), node)
        return node

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        operand = node.operand
        if isinstance(operand, Constant):
            return self.result(node, UNARY[type(node.op).__name__], operand.value)
        if isinstance(node.op, ast.Not) and isinstance(operand, ast.Compare) and len(operand.ops) == 1:
            opposite = OPPOSITE.get(type(operand.ops[0]).__name__)
            if opposite is not None:
                operand.ops = [opposite()]
                return ast.copy_location(operand, node)
        return node

    def visit_BinOp(self, node):
        self.generic_visit(node)
        left, right = node.left, node.right
        if not isinstance(left, Constant):
            return node
        if isinstance(node.op, ast.Mod) and isinstance(left.value, str) and isinstance(right, ast.Tuple):
            return formatted(node) or node
        if not isinstance(right, Constant):
            return node
        function = BINARY.get(type(node.op).__name__)
        return node if function is None else self.result(node, function, left.value, right.value)

    def visit_Tuple(self, node):
        self.generic_visit(node)
        items = values(node.elts) if load(node) else None
        return node if items is None else ast.copy_location(Constant(tuple(items)), node)

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if load(node) and isinstance(node.value, Constant) and isinstance(node.slice, Constant):
            return self.result(node, operator.getitem, node.value.value, node.slice.value)
        return node

    def visit_Compare(self, node):
        self.generic_visit(node)
        if isinstance(node.ops[-1], (ast.In, ast.NotIn)):
            node.comparators[-1] = iterated(node.comparators[-1])
        return node

    def visit_comprehension(self, node):
        self.generic_visit(node)
        node.iter = iterated(node.iter)
        return node

    # Statements

    def visit_For(self, node):
        self.generic_visit(node)
        node.iter = iterated(node.iter)
        return node

    def visit_Module(self, node):
        for n in node.body:
            if isinstance(n, ast.ImportFrom) and n.module == '__future__' and any(a.name == 'annotations' for a in n.names):
                self.future_annotations = True
        return self.documented(node)

    def documented(self, node):
        """Fold a body; what was no docstring does not become one."""
        had = is_text(node.body)
        self.generic_visit(node)
        if not had and is_text(node.body):
            node.body[0].value = ast.copy_location(ast.JoinedStr([node.body[0].value]), node.body[0].value)
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = documented

    def visit_arg(self, node):
        return node if self.future_annotations else self.generic_visit(node)

    def visit_AnnAssign(self, node):
        annotation = node.annotation
        self.generic_visit(node)
        if self.future_annotations:
            node.annotation = annotation
        return node


def is_text(body):
    if not (body and isinstance(body[0], ast.Expr)):
        return False
    value = body[0].value
    return isinstance(value, Constant) and isinstance(value.value, str)


def iterated(node):
    """A list or set that is only iterated or searched may be a constant."""
    if isinstance(node, ast.List):
        if any(isinstance(e, ast.Starred) for e in node.elts):
            return node
        items = values(node.elts)
        new = ast.Tuple(node.elts, node.ctx) if items is None else Constant(tuple(items))
    elif isinstance(node, ast.Set) and (items := values(node.elts)) is not None:
        new = Constant(frozenset(items))
    else:
        return node
    return ast.copy_location(new, node)


def formatted(node):
    """'%s' % (a,) as an f-string, when the format has only %s, %r and %a with plain widths; else None."""
    import re
    items = node.right.elts
    if any(isinstance(e, ast.Starred) for e in items):
        return None
    pieces = re.split(r'%(-?\d*(?:\.\d+)?)([sra%])', node.left.value)
    if '%' in ''.join(pieces[::3]):
        return None
    parts, used, text = [], 0, pieces[0]
    for width, kind, after in zip(pieces[1::3], pieces[2::3], pieces[3::3]):
        if kind == '%':
            if width:
                return None
            text += '%' + after
            continue
        if used == len(items):
            return None
        if text:
            parts.append(ast.copy_location(Constant(text), node))
        spec = None
        if width:
            spec = width[1:] if width[0] == '-' else '>' + width if width[0] != '.' else width
            spec = ast.copy_location(Constant(spec), node)
        parts.append(ast.copy_location(ast.FormattedValue(items[used], ord(kind), spec), node))
        used, text = used + 1, after
    if used != len(items):
        return None
    if text:
        parts.append(ast.copy_location(Constant(text), node))
    return ast.copy_location(ast.JoinedStr(parts), node)
