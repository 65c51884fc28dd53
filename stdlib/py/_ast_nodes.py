"""The node classes of syntax trees, made from the grammar of trees."""
import types

# One sum a line, @ if its nodes have positions; then the nodes that belong to no sum.
GRAMMAR = """
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
stmt @= FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params) | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment) | TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, operator op, expr value) | AnnAssign(expr target, expr annotation, expr? value, int simple) | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr @= BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse) | Dict(expr* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords) | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values) | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
excepthandler @= ExceptHandler(expr? type, identifier? name, stmt* body)
pattern @= MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns) | MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
type_param @= TypeVar(identifier name, expr? bound, expr? default_value) | ParamSpec(identifier name, expr? default_value) | TypeVarTuple(identifier name, expr? default_value)
= comprehension(expr target, expr iter, expr* ifs, int is_async) | arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults) | withitem(expr context_expr, expr? optional_vars) | match_case(pattern pattern, expr? guard, stmt* body)
@= arg(identifier arg, expr? annotation, string? type_comment) | keyword(identifier? arg, expr value) | alias(identifier name, identifier? asname)
"""

POSITION = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')

ENDS_REQUIRED = ('pattern', 'type_param')


class AST:
    """The base of all nodes."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            raise TypeError(f"{cls.__name__} constructor takes at most {len(fields)} "
                            f"positional argument{'' if len(fields) == 1 else 's'}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
        rest = fields[len(args):]
        for name, value in kwargs.items():
            if name not in rest:
                if name in fields:
                    raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
                if name not in cls._attributes:
                    warn(f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. "
                         "Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.")
            setattr(self, name, value)
        if rest:
            types = getattr(cls, '_field_types', None)
            if types is not None:
                for name in rest:
                    if name not in kwargs:
                        set_default(self, cls, name, types)

    def __reduce__(self):
        return type(self), (), dict(self.__dict__)

    def __replace__(self, /, **changes):
        cls = type(self)
        known = {*cls._fields, *cls._attributes}
        for name in changes:
            if name not in known:
                raise TypeError(f"{cls.__name__}.__replace__ got an unexpected keyword argument {name!r}.")
        return cls(**{**self.__dict__, **changes})


AST.__module__ = 'ast'


def set_default(node, cls, name, types):
    """Give an omitted field its default: an empty list, the context Load; optional fields are None in the class."""
    kind = types.get(name)
    if type(kind) is GenericAlias:
        setattr(node, name, [])
    elif kind is expr_context:
        setattr(node, name, load)
    elif type(kind) is UnionType:
        pass
    elif kind is None:
        warn(f"Field {name!r} is missing from {cls.__name__}._field_types. This will become an error in Python 3.15.", 4)
    else:
        warn(f"{cls.__name__}.__init__ missing 1 required positional argument: {name!r}. "
             "This will become an error in Python 3.15.", 4)


def warn(message, level=3):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=level)


GenericAlias, UnionType = types.GenericAlias, types.UnionType


def make_class(name, base, doc, attributes=None):
    body = {'__module__': 'ast', '__doc__': doc, '_fields': (), '__match_args__': ()}
    if attributes is not None:
        body['_attributes'] = attributes
        if attributes and name not in ENDS_REQUIRED:
            body['end_lineno'] = body['end_col_offset'] = None
    return type(name, (base,), body)


def make_node(text, base, attributes=None):
    """Make the class of one node; its fields get their types when all classes are there."""
    name, _, rest = text.partition('(')
    cls = make_class(name, base, text, attributes)
    fields = [f.split(' ') for f in rest[:-1].split(', ')] if rest else []
    cls._fields = cls.__match_args__ = tuple([f[1] for f in fields])
    for kind, field in fields:
        if kind[-1] == '?':
            setattr(cls, field, None)
    return cls, fields


def make_classes():
    classes = {'AST': AST}
    made = []
    for line in GRAMMAR.strip().split('\n'):
        head, _, nodes = line.partition('= ')
        nodes = nodes.split(' | ')
        attributes = POSITION if '@' in head else ()
        base, own = AST, attributes
        if name := head.rstrip(' @'):
            doc = name + ' = ' + ('\n' + ' ' * len(name) + ' | ').join(nodes)
            if '(' not in doc:
                doc = doc.replace('\n' + ' ' * len(name), '')
            base, own = make_class(name, AST, doc, attributes), None
            classes[name] = base
        for node in nodes:
            cls, fields = make_node(node, base, own)
            classes[cls.__name__] = cls
            made.append((cls, fields))
    kinds = {'identifier': str, 'string': str, 'int': int, 'constant': object, **classes}
    for cls, fields in made:
        field_types = {}
        for kind, field in fields:
            plain = kinds[kind.rstrip('*?')]
            field_types[field] = list[plain] if kind[-1] == '*' else plain | None if kind[-1] == '?' else plain
        cls._field_types = cls.__annotations__ = field_types
    return classes


classes = make_classes()
expr_context = classes['expr_context']
load = classes['Load']()
