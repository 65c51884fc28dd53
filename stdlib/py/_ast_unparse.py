"""The source text of a syntax tree: what ast.unparse returns.

Expressions are turned into strings, told how tightly the place they stand in binds; statements are
written as lines.
"""
import ast
import sys

# How tightly the forms bind, loosest first. Each place in the tree gives the level from which on an
# expression needs no parentheses there; TEST where nothing else is said.
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, SUM, PRODUCT, SIGN, POWER, AWAIT,
 ATOM) = range(18)

BINARY = {
    'Add': ('+', SUM), 'Sub': ('-', SUM), 'Mult': ('*', PRODUCT), 'MatMult': ('@', PRODUCT), 'Div': ('/', PRODUCT),
    'Mod': ('%', PRODUCT), 'FloorDiv': ('//', PRODUCT), 'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT),
    'BitOr': ('|', BIT_OR), 'BitXor': ('^', BIT_XOR), 'BitAnd': ('&', BIT_AND), 'Pow': ('**', POWER),
}
UNARY = {'Invert': ('~', SIGN), 'UAdd': ('+', SIGN), 'USub': ('-', SIGN), 'Not': ('not ', NOT)}
COMPARISONS = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is',
               'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}
BOOLEAN = {'And': ('and', AND), 'Or': ('or', OR)}

TRIPLE = ('"""', "'''")
QUOTES = ("'", '"', *TRIPLE)

# Literals for what has no literal: too large a float is infinite, and the difference of two such is nan.
INFINITY = f'1e{sys.float_info.max_10_exp + 1}'


def kind(node):
    return node.__class__.__name__


def wrap(text, place, level):
    """Parenthesize text, which binds like level, when its place asks for more."""
    return f'({text})' if place > level else text


def constant(value):
    text = repr(value)
    if isinstance(value, (float, complex)):
        text = text.replace('inf', INFINITY).replace('nan', f'({INFINITY}-{INFINITY})')
    return text


def sequence(texts):
    """The items of a tuple; a single one needs its comma."""
    return f'{texts[0]},' if len(texts) == 1 else ', '.join(texts)


def escape(text, keep):
    """Escape backslashes and what cannot be printed, except the characters in keep."""
    return ''.join(c if c in keep or c != '\\' and c.isprintable() else c.encode('unicode_escape').decode('ascii')
                   for c in text)


def quoted(text, quotes, keep='\n\t'):
    """The inside of a literal for text, and those of quotes that may stand around it, best first."""
    inside = escape(text, keep)
    fit = [q for q in quotes if q not in inside and (len(q) == 3 or '\n' not in inside)]
    if not fit:
        whole = repr(text)
        mark = whole[0]
        return whole[1:-1], [next((q for q in quotes if mark in q), mark)]
    if inside:
        last = inside[-1]
        fit.sort(key=lambda q: q[0] == last)
        if fit[0][0] == last:       # only triple quotes are left, and the last character would lengthen them
            inside = inside[:-1] + '\\' + last
    return inside, fit


class Expressions:
    """One method for each class of node: the text of a node, given the level its place asks for."""

    def text(self, node, place=TEST):
        if isinstance(node, list):
            return ''.join([self.text(n) for n in node])
        write = getattr(self, kind(node), None)
        if write is None:           # what stands for nothing itself, such as Load
            return ''.join([self.text(n) for n in ast.iter_child_nodes(node)])
        return write(node, place)

    def texts(self, nodes, place=TEST):
        return [self.text(n, place) for n in nodes]

    def commas(self, nodes, place=TEST):
        return ', '.join(self.texts(nodes, place))

    # Operators

    def NamedExpr(self, node, place):
        return wrap(f'{self.text(node.target, ATOM)} := {self.text(node.value, ATOM)}', place, NAMED)

    def BoolOp(self, node, place):
        word, level = BOOLEAN[kind(node.op)]
        # each operand stands in a tighter place than the one before
        values = [self.text(n, min(level + i, ATOM)) for i, n in enumerate(node.values, 1)]
        return wrap(f' {word} '.join(values), place, level)

    def BinOp(self, node, place):
        sign, level = BINARY[kind(node.op)]
        left, right = (level + 1, level) if sign == '**' else (level, level + 1)
        return wrap(f'{self.text(node.left, left)} {sign} {self.text(node.right, right)}', place, level)

    def UnaryOp(self, node, place):
        sign, level = UNARY[kind(node.op)]
        return wrap(sign + self.text(node.operand, level), place, level)

    def Compare(self, node, place):
        text = self.text(node.left, BIT_OR)
        for op, right in zip(node.ops, node.comparators):
            text += f' {COMPARISONS[kind(op)]} {self.text(right, BIT_OR)}'
        return wrap(text, place, COMPARE)

    def Lambda(self, node, place):
        args = self.text(node.args)
        return wrap(f'lambda{args and " " + args}: {self.text(node.body, TEST)}', place, TEST)

    def IfExp(self, node, place):
        text = f'{self.text(node.body, OR)} if {self.text(node.test, OR)} else {self.text(node.orelse, TEST)}'
        return wrap(text, place, TEST)

    def Await(self, node, place):
        return wrap('await ' + self.text(node.value, ATOM) if node.value else 'await', place, AWAIT)

    def Yield(self, node, place):
        return wrap('yield ' + self.text(node.value, ATOM) if node.value else 'yield', place, YIELD)

    def YieldFrom(self, node, place):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return wrap('yield from ' + self.text(node.value, ATOM), place, YIELD)

    def Starred(self, node, place):
        return '*' + self.text(node.value, BIT_OR)

    # Displays and comprehensions

    def List(self, node, place):
        return f'[{self.commas(node.elts)}]'

    def Set(self, node, place):
        return f'{{{self.commas(node.elts)}}}' if node.elts else '{*()}'    # {} is a dict, and set may be shadowed

    def Tuple(self, node, place):
        text = sequence(self.texts(node.elts))
        return wrap(text, place, TUPLE) if node.elts else '()'

    def Dict(self, node, place):
        items = ['**' + self.text(v, BIT_OR) if k is None else f'{self.text(k)}: {self.text(v)}'
                 for k, v in zip(node.keys, node.values)]
        return f'{{{", ".join(items)}}}'

    def ListComp(self, node, place):
        return f'[{self.text(node.elt)}{self.text(node.generators)}]'

    def SetComp(self, node, place):
        return f'{{{self.text(node.elt)}{self.text(node.generators)}}}'

    def GeneratorExp(self, node, place):
        return f'({self.text(node.elt)}{self.text(node.generators)})'

    def DictComp(self, node, place):
        return f'{{{self.text(node.key)}: {self.text(node.value)}{self.text(node.generators)}}}'

    def comprehension(self, node, place):
        word = ' async for' if node.is_async else ' for'
        text = f'{word} {self.text(node.target, TUPLE)} in {self.text(node.iter, OR)}'
        return text + ''.join([' if ' + self.text(test, OR) for test in node.ifs])

    # Names, attributes, calls

    def Name(self, node, place):
        return node.id

    def Attribute(self, node, place):
        value = node.value
        # "3.real" would be read as a number
        space = ' ' if isinstance(value, ast.Constant) and isinstance(value.value, int) else ''
        return f'{self.text(value, ATOM)}{space}.{node.attr}'

    def Subscript(self, node, place):
        index = node.slice
        if isinstance(index, ast.Tuple) and index.elts:
            index = sequence(self.texts(index.elts))
        else:
            index = self.text(index)
        return f'{self.text(node.value, ATOM)}[{index}]'

    def Slice(self, node, place):
        text = f'{self.text(node.lower) if node.lower else ""}:{self.text(node.upper) if node.upper else ""}'
        return f'{text}:{self.text(node.step)}' if node.step else text

    def Call(self, node, place):
        return f'{self.text(node.func, ATOM)}({", ".join(self.texts(node.args) + self.texts(node.keywords))})'

    def keyword(self, node, place):
        return ('**' if node.arg is None else node.arg + '=') + self.text(node.value)

    # Literals

    def Constant(self, node, place):
        value = node.value
        if isinstance(value, tuple):
            return f'({sequence([constant(v) for v in value])})'
        if value is ...:
            return '...'
        return ('u' if node.kind == 'u' else '') + constant(value)

    def FormattedValue(self, node, place):
        # a text of its own: the quotes around it are chosen later
        value = self.text(node.value, OR)
        if value.startswith('{'):
            value = ' ' + value     # "{{" would be a brace
        conversion = '' if node.conversion == -1 else '!' + chr(node.conversion)
        spec = ':' + self.field(node.format_spec, True) if node.format_spec else ''
        return f'{{{value}{conversion}{spec}}}'

    def field(self, node, in_spec=False):
        """The text of a part of an f-string."""
        if isinstance(node, ast.JoinedStr):
            return ''.join([self.field(n, in_spec) for n in node.values])
        if isinstance(node, ast.FormattedValue):
            return self.FormattedValue(node, TEST)
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            raise ValueError(f'Unexpected node inside JoinedStr, {node!r}')
        text = node.value.replace('{', '{{').replace('}', '}}')
        if in_spec:
            for plain in ('\\', "'", '"'):
                text = text.replace(plain, '\\' + plain)
            text = text.replace('\n', '\\n')
        return text

    def JoinedStr(self, node, place):
        fields = [(self.field(n), isinstance(n, ast.Constant)) for n in node.values]
        quotes = QUOTES
        parts = []
        for text, plain in fields:
            if plain:
                text, fit = quoted(text, quotes, keep='')
                if not any(q in quotes for q in fit):
                    break
                quotes = fit
            elif '\n' in text:
                quotes = [q for q in quotes if len(q) == 3]
                assert quotes
            parts.append(text)
        else:
            return f'f{quotes[0]}{"".join(parts)}{quotes[0]}'
        # No quotes suit all parts. The added double quote makes repr escape the single ones.
        text = ''.join([repr('"' + text)[2:-1] if plain else text for text, plain in fields])
        return f"f'''{text}'''"

    # Parameters

    def arg(self, node, place):
        return f'{node.arg}: {self.text(node.annotation)}' if node.annotation else node.arg

    def arguments(self, node, place):
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        items = [self.parameter(a, d) for a, d in zip(positional, defaults)]
        if node.posonlyargs:
            items.insert(len(node.posonlyargs), '/')
        if node.vararg:
            items.append('*' + self.arg(node.vararg, TEST))
        elif node.kwonlyargs:
            items.append('*')
        items += [self.parameter(a, d) for a, d in zip(node.kwonlyargs, node.kw_defaults)]
        if node.kwarg:
            items.append('**' + self.arg(node.kwarg, TEST))
        return ', '.join(items)

    def parameter(self, arg, default):
        return f'{self.text(arg)}={self.text(default)}' if default else self.text(arg)

    def type_parameter(self, text, node):
        return f'{text} = {self.text(node.default_value)}' if node.default_value else text

    def TypeVar(self, node, place):
        return self.type_parameter(f'{node.name}: {self.text(node.bound)}' if node.bound else node.name, node)

    def TypeVarTuple(self, node, place):
        return self.type_parameter('*' + node.name, node)

    def ParamSpec(self, node, place):
        return self.type_parameter('**' + node.name, node)

    def type_params(self, node):
        params = getattr(node, 'type_params', None)
        return f'[{self.commas(params)}]' if params else ''

    # Patterns

    def MatchValue(self, node, place):
        return self.text(node.value)

    def MatchSingleton(self, node, place):
        return constant(node.value)

    def MatchSequence(self, node, place):
        return f'[{self.commas(node.patterns)}]'

    def MatchStar(self, node, place):
        return f'*{"_" if node.name is None else node.name}'

    def MatchMapping(self, node, place):
        items = [f'{self.text(k)}: {self.text(p)}' for k, p in zip(node.keys, node.patterns, strict=True)]
        if node.rest is not None:
            items.append(f'**{node.rest}')
        return f'{{{", ".join(items)}}}'

    def MatchClass(self, node, place):
        items = self.texts(node.patterns)
        if node.kwd_attrs:
            items += [f'{name}={self.text(p)}' for name, p in zip(node.kwd_attrs, node.kwd_patterns, strict=True)]
        return f'{self.text(node.cls, ATOM)}({", ".join(items)})'

    def MatchAs(self, node, place):
        if node.name is None:
            return '_'
        if node.pattern is None:
            return node.name
        return wrap(f'{self.text(node.pattern, BIT_OR)} as {node.name}', place, TEST)

    def MatchOr(self, node, place):
        return wrap(' | '.join(self.texts(node.patterns, BIT_XOR)), place, BIT_OR)

    # Parts of statements

    def alias(self, node, place):
        return f'{node.name} as {node.asname}' if node.asname else node.name

    def withitem(self, node, place):
        text = self.text(node.context_expr)
        return f'{text} as {self.text(node.optional_vars)}' if node.optional_vars else text

    def FunctionType(self, node, place):
        return f'({self.commas(node.argtypes)}) -> {self.text(node.returns)}'


class Statements(Expressions):
    """Writes statements; the methods are called like the classes of nodes, with a prefix."""

    def __init__(self):
        self.lines = []
        self.indent = ''
        self.ignores = {}           # the tags of "# type: ignore" comments by line
        self.handler = 'except'

    def line(self, text):
        self.lines.append(self.indent + text)

    def write(self, node):
        """Write a node, whatever it is."""
        if isinstance(node, list):
            for n in node:
                self.write(n)
            return
        statement = getattr(self, 'write_' + kind(node), None)
        if statement is not None:
            statement(node)
        elif (text := self.text(node)):
            if self.lines:
                self.lines[-1] += text
            else:
                self.lines.append(text)

    def block(self, body):
        outer = self.indent
        self.indent += '    '
        self.write(body)
        self.indent = outer

    def clause(self, word, body):
        if body:
            self.line(word + ':')
            self.block(body)

    def comment(self, node):
        text = self.ignores.get(node.lineno) or node.type_comment
        return '' if text is None else f' # type: {text}'

    def documented(self, body):
        """Write a body that may begin with a docstring."""
        if len(body) > 0 and isinstance(body[0], ast.Expr):
            doc = body[0].value
            if isinstance(doc, ast.Constant) and isinstance(doc.value, str):
                text, quotes = quoted(doc.value, TRIPLE)
                self.line(f'{"u" if doc.kind == "u" else ""}{quotes[0]}{text}{quotes[0]}')
                body = body[1:]
        self.write(body)

    def write_Module(self, node):
        self.ignores = {ignore.lineno: f'ignore{ignore.tag}' for ignore in node.type_ignores}
        self.documented(node.body)
        self.ignores = {}

    def each_child(self, node):
        """Nodes without a text of their own, such as Interactive, have that of their last child."""
        for child in ast.iter_child_nodes(node):
            self.lines = []
            self.write(child)

    write_Interactive = write_Expression = each_child

    # Simple statements

    def write_Expr(self, node):
        self.line(self.text(node.value, YIELD))

    def write_Assign(self, node):
        targets = [self.text(target, TUPLE) + ' = ' for target in node.targets]
        self.line(''.join(targets) + self.text(node.value) + self.comment(node))

    def write_AugAssign(self, node):
        self.line(f'{self.text(node.target)} {BINARY[kind(node.op)][0]}= {self.text(node.value)}')

    def write_AnnAssign(self, node):
        target = self.text(node.target)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f'({target})'
        value = f' = {self.text(node.value)}' if node.value else ''
        self.line(f'{target}: {self.text(node.annotation)}{value}')

    def write_TypeAlias(self, node):
        self.line(f'type {self.text(node.name)}{self.type_params(node)} = {self.text(node.value)}')

    def write_Return(self, node):
        self.line('return ' + self.text(node.value) if node.value else 'return')

    def write_Delete(self, node):
        self.line('del ' + self.commas(node.targets))

    def write_Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't use cause without an exception.")
            self.line('raise')
            return
        cause = f' from {self.text(node.cause)}' if node.cause else ''
        self.line(f'raise {self.text(node.exc)}{cause}')

    def write_Assert(self, node):
        message = f', {self.text(node.msg)}' if node.msg else ''
        self.line(f'assert {self.text(node.test)}{message}')

    def write_Import(self, node):
        self.line('import ' + self.commas(node.names))

    def write_ImportFrom(self, node):
        self.line(f'from {"." * (node.level or 0)}{node.module or ""} import {self.commas(node.names)}')

    def write_Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def write_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def write_Pass(self, node):
        self.line('pass')

    def write_Break(self, node):
        self.line('break')

    def write_Continue(self, node):
        self.line('continue')

    # Compound statements

    def write_If(self, node):
        word = 'if'
        while True:
            self.line(f'{word} {self.text(node.test)}:')
            self.block(node.body)
            rest = node.orelse
            if not (rest and len(rest) == 1 and isinstance(rest[0], ast.If)):
                break
            node, word = rest[0], 'elif'
        self.clause('else', rest)

    def write_While(self, node):
        self.line(f'while {self.text(node.test)}:')
        self.block(node.body)
        self.clause('else', node.orelse)

    def write_For(self, node, word='for'):
        self.line(f'{word} {self.text(node.target, TUPLE)} in {self.text(node.iter)}:{self.comment(node)}')
        self.block(node.body)
        self.clause('else', node.orelse)

    def write_AsyncFor(self, node):
        self.write_For(node, 'async for')

    def write_With(self, node, word='with'):
        self.line(f'{word} {self.commas(node.items)}:{self.comment(node)}')
        self.block(node.body)

    def write_AsyncWith(self, node):
        self.write_With(node, 'async with')

    def write_Try(self, node, handler='except'):
        outer, self.handler = self.handler, handler
        try:
            self.line('try:')
            self.block(node.body)
            self.write(node.handlers)
            self.clause('else', node.orelse)
            self.clause('finally', node.finalbody)
        finally:
            self.handler = outer

    def write_TryStar(self, node):
        self.write_Try(node, 'except*')

    def write_ExceptHandler(self, node):
        type = ' ' + self.text(node.type) if node.type else ''
        name = ' as ' + node.name if node.name else ''
        self.line(f'{self.handler}{type}{name}:')
        self.block(node.body)

    def write_Match(self, node):
        self.line(f'match {self.text(node.subject)}:')
        self.block(node.cases)

    def write_match_case(self, node):
        guard = f' if {self.text(node.guard)}' if node.guard else ''
        self.line(f'case {self.text(node.pattern)}{guard}:')
        self.block(node.body)

    # Definitions

    def decorators(self, node):
        if self.lines:
            self.lines.append('')
        for decorator in node.decorator_list:
            self.line('@' + self.text(decorator))

    def definition(self, head, node):
        self.line(head)
        outer = self.indent
        self.indent += '    '
        self.documented(node.body)
        self.indent = outer

    def write_FunctionDef(self, node, word='def'):
        self.decorators(node)
        returns = f' -> {self.text(node.returns)}' if node.returns else ''
        head = f'{word} {node.name}{self.type_params(node)}({self.text(node.args)}){returns}:{self.comment(node)}'
        self.definition(head, node)

    def write_AsyncFunctionDef(self, node):
        self.write_FunctionDef(node, 'async def')

    def write_ClassDef(self, node):
        self.decorators(node)
        bases = ', '.join(self.texts(node.bases) + self.texts(node.keywords))
        if node.bases or node.keywords:
            bases = f'({bases})'
        self.definition(f'class {node.name}{self.type_params(node)}{bases}:', node)


def unparse(node):
    writer = Statements()
    writer.write(node)
    return '\n'.join(writer.lines)
