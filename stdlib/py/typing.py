"""The typing module: support for gradual typing as defined by PEP 484 and subsequent PEPs."""
import collections
import collections.abc
import copyreg
import functools
import operator
import sys
import types
from abc import ABCMeta, abstractmethod, _checking
from types import GenericAlias

from _typing import (_idfunc, cached, Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs,
                     TypeAliasType, TypeVar, TypeVarTuple)

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal',
    'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union',
    'AbstractSet', 'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator',
    'KeysView', 'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized',
    'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
    'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat',
    'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List',
    'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern',
    'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads', 'dataclass_transform', 'final',
    'get_args', 'get_origin', 'get_overloads', 'get_protocol_members', 'get_type_hints', 'is_protocol',
    'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check', 'no_type_check_decorator', 'NoDefault',
    'NoReturn', 'NotRequired', 'overload', 'override', 'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required',
    'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs',
    'TypeAliasType', 'Unpack',
]

TYPE_CHECKING = False


class _Sentinel:
    __slots__ = ()

    def __repr__(self):
        return '<sentinel>'


_sentinel = _Sentinel()


# Helpers on types as arguments.

def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None stands for its type, a str for a forward reference."""
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return type(None) if arg is None else arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """Return arg as a type, or raise TypeError (beginning with msg) when it cannot be one."""
    if type(arg) is type and arg is not Generic:
        return arg      # mostly
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if origin in (Generic, Protocol) or not allow_special_forms and (
                origin == ClassVar or is_argument and origin == Final):
            raise TypeError(f"{arg} is not valid as type argument")
    elif arg in (Generic, Protocol) or isinstance(arg, _SpecialForm):
        if not (arg in _COMPLETE_FORMS or allow_special_forms and arg in (ClassVar, Final)):
            raise TypeError(f"Plain {arg} is not valid as type argument")
    elif type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _type_repr(obj):
    """How a type shows inside brackets."""
    if obj is Ellipsis:
        return '...'
    if isinstance(obj, type):
        prefix = '' if obj.__module__ == 'builtins' else obj.__module__ + '.'
        return prefix + obj.__qualname__
    if isinstance(obj, tuple):
        return f'[{_joined(obj)}]'
    return obj.__name__ if isinstance(obj, types.FunctionType) else repr(obj)


def _joined(args):
    return ', '.join([_type_repr(a) for a in args])


def _as_tuple(parameters):
    """What stands in brackets: one argument comes bare."""
    return parameters if isinstance(parameters, tuple) else (parameters,)


def _is_param_expr(arg):
    """Can arg stand for the parameters of a Callable?"""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, '__typing_is_unpacked_typevartuple__', False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


def _should_unflatten_callable_args(typ, args):
    """collections.abc.Callable keeps ([a, b], r) as (a, b, r)."""
    return (typ.__origin__ is collections.abc.Callable
            and not (len(args) == 2 and _is_param_expr(args[0])))


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in args, each once, in order of appearance."""
    found = []
    default_seen = tuple_seen = False
    for t in args:
        if isinstance(t, type):
            continue
        if isinstance(t, tuple):
            inner = [p for x in t for p in _collect_type_parameters([x])]
        elif hasattr(t, '__typing_subst__'):
            if t in found:
                continue
            if enforce_default_ordering:
                if tuple_seen and t.has_default():
                    raise TypeError('Type parameter with a default follows TypeVarTuple')
                if t.has_default():
                    default_seen = True
                elif default_seen:
                    raise TypeError(f'Type parameter {t!r} without a default'
                                    ' follows type parameter with a default')
            inner = (t,)
        else:
            tuple_seen = tuple_seen or _is_unpacked_typevartuple(t)
            inner = getattr(t, '__parameters__', ())
        for p in inner:
            if p not in found:
                found.append(p)
    return tuple(found)


def _check_generic_specialization(cls, arguments):
    """Raise TypeError unless as many arguments are given as cls has parameters without defaults."""
    params = cls.__parameters__
    expected, actual = len(params), len(arguments)
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    if actual == expected:
        return
    text = expected
    if actual < expected:
        # Parameters with defaults come last.
        if params[actual].has_default():
            return
        expected -= sum(p.has_default() for p in params)
        text = f"at least {expected}"
    raise TypeError(f"Too {'many' if actual > expected else 'few'} arguments"
                    f" for {cls}; actual {actual}, expected {text}")


def _unpack_args(*args):
    """Flatten *tuple[int, str]."""
    flat = []
    for arg in args:
        sub = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if sub is not None and not (sub and sub[-1] is ...):
            flat.extend(sub)
        else:
            flat.append(arg)
    return flat


def _deduplicate(params, *, unhashable_fallback=False):
    try:
        return dict.fromkeys(params)
    except TypeError:
        if not unhashable_fallback:
            raise
        unique = []
        for p in params:
            if p not in unique:
                unique.append(p)
        return unique


def _compare_args_orderless(first_args, second_args):
    rest = list(second_args)
    try:
        for x in first_args:
            rest.remove(x)
    except ValueError:
        return False
    return not rest


def _remove_dups_flatten(parameters):
    """Flatten unions in parameters and drop duplicates."""
    flat = []
    for p in parameters:
        if isinstance(p, (_UnionGenericAlias, types.UnionType)):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    return tuple(_deduplicate(flat, unhashable_fallback=True))


def _value_and_type_iter(params):
    return ((p, type(p)) for p in params)


# For tests: what empties the caches of subscriptions.
_cleanups = []


def _tp_cache(func, typed=False):
    """Let func, a subscription, remember its results."""
    func, forget = cached(func, typed)
    _cleanups.append(forget)
    return func


def _deprecate_missing_type_params(name):
    import warnings
    warnings.warn(
        f"Failing to pass a value to the 'type_params' parameter "
        f"of {name!r} is deprecated, as it leads to incorrect behaviour "
        f"when calling {name} on a stringified annotation "
        f"that references a PEP 695 type parameter. "
        f"It will be disallowed in Python 3.15.",
        category=DeprecationWarning, stacklevel=3)


def _eval_type(t, globalns, localns, type_params=_sentinel, *, recursive_guard=frozenset()):
    """Evaluate the forward references in t."""
    if type_params is _sentinel:
        _deprecate_missing_type_params("typing._eval_type")
        type_params = ()
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        return t
    if isinstance(t, GenericAlias):
        args = tuple([ForwardRef(a) if isinstance(a, str) else a for a in t.__args__])
        unpacked = t.__unpacked__
        if _should_unflatten_callable_args(t, args):
            t = t.__origin__[(args[:-1], args[-1])]
        else:
            t = t.__origin__[args]
        if unpacked:
            t = Unpack[t]
    args = tuple([_eval_type(a, globalns, localns, type_params, recursive_guard=recursive_guard)
                  for a in t.__args__])
    if args == t.__args__:
        return t
    return _rebuild(t, args)


def _rebuild(t, args):
    """The subscripted type t with other arguments."""
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    if isinstance(t, types.UnionType):
        return functools.reduce(operator.or_, args)
    return t.copy_with(args)


def _caller(depth=1, default='__main__'):
    """The name of the module depth calls up."""
    try:
        return sys._getframemodulename(depth + 1) or default
    except AttributeError:
        pass
    try:
        return sys._getframe(depth + 1).f_globals.get('__name__', default)
    except (AttributeError, ValueError):
        pass
    return None


# Special forms.

class _Final:
    """Mixin to prohibit subclassing."""

    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    """Mixin against iteration by __getitem__, without being callable as __iter__."""

    __slots__ = ()
    __iter__ = None


class _Uniting:
    """Mixin: X | Y is a Union."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _refusal(text):
    """A method that raises TypeError with the text."""
    def refuse(self, *args, **kwds):
        raise TypeError(text.format(self))
    return refuse


class _SpecialForm(_Final, _NotIterable, _Uniting, _root=True):
    # A name with a meaning of its own; subscription is up to the function it is made from.
    __slots__ = ('_getitem', '_name', '__doc__')

    def __init__(self, getitem):
        self._getitem, self._name, self.__doc__ = getitem, getitem.__name__, getitem.__doc__

    def __repr__(self):
        return 'typing.' + self._name

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)

    __call__ = _refusal("Cannot instantiate {!r}")
    __mro_entries__ = _refusal("Cannot subclass {!r}")
    __instancecheck__ = _refusal("{} cannot be used with isinstance()")
    __subclasscheck__ = _refusal("{} cannot be used with issubclass()")

    def __getattr__(self, item):
        if item not in ('__name__', '__qualname__'):
            raise AttributeError(item)
        return self._name

    def __reduce__(self):
        return self._name


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    """One whose function has a cache of its own, which tells 1 from True."""

    def __getitem__(self, parameters):
        return self._getitem(self, *_as_tuple(parameters))


class _AnyMeta(type):
    def __repr__(self):
        return super().__repr__() if self is not Any else "typing.Any"

    def __instancecheck__(self, obj):
        if self is not Any:
            return super().__instancecheck__(obj)
        raise TypeError("typing.Any cannot be used with isinstance()")


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type.

    Type checkers take it for compatible with every type, in both
    directions, and let it have every attribute. At runtime it is a class
    that may be derived from, but neither instantiated nor used in
    isinstance().
    """

    def __new__(cls, *args, **kwargs):
        if cls is not Any:
            return super().__new__(cls)
        raise TypeError("Any cannot be instantiated")


def _plain_form(name, doc):
    """A special form that takes no arguments."""
    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


def _single_form(name, doc, message='{self} accepts only single type.', **check):
    """A special form that takes one type."""
    def getitem(self, parameters):
        item = _type_check(parameters, message.format(self=self, name=name), **check)
        return _GenericAlias(self, (item,))
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


NoReturn = _plain_form('NoReturn', "Special type indicating functions that never return.")
Never = _plain_form('Never', "The bottom type, a type that has no members.")
Self = _plain_form('Self', 'Used to spell the type of "self" in classes.')
LiteralString = _plain_form('LiteralString', "Represents an arbitrary literal string.")
TypeAlias = _plain_form('TypeAlias', "Special form for marking type aliases.")

ClassVar = _single_form('ClassVar', "Special type construct to mark class variables.",
                        '{self} accepts only single type.', allow_special_forms=True)
Final = _single_form('Final', "Special typing construct to indicate final names to type checkers.",
                     '{self} accepts only single type.', allow_special_forms=True)
TypeGuard = _single_form('TypeGuard', "Special typing construct for marking user-defined type predicate functions.",
                         '{self} accepts only single type.')
TypeIs = _single_form('TypeIs', "Special typing construct for marking user-defined type predicate functions.",
                      '{self} accepts only single type.')
Required = _single_form('Required', "Special typing construct to mark a TypedDict key as required.",
                        '{name} accepts only a single type.', allow_special_forms=True)
NotRequired = _single_form('NotRequired', "Special typing construct to mark a TypedDict key as potentially missing.",
                           '{name} accepts only a single type.', allow_special_forms=True)
ReadOnly = _single_form('ReadOnly', "A special typing construct to mark an item of a TypedDict as read-only.",
                        '{name} accepts only a single type.', allow_special_forms=True)


# Special forms that are types as they stand.
_COMPLETE_FORMS = LiteralString, NoReturn, Never, Self, TypeAlias


@_SpecialForm
def Union(self, parameters):
    """Union type; Union[X, Y] means either X or Y, as X | Y does."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    msg = "Union[arg, ...]: each arg must be a type."
    args = _remove_dups_flatten([_type_check(p, msg) for p in _as_tuple(parameters)])
    if len(args) == 1:
        return args[0]
    optional = len(args) == 2 and type(None) in args
    return _UnionGenericAlias(self, args, name="Optional" if optional else None)


def _make_union(left, right):
    """Called for T | X, with a type parameter T."""
    return Union[left, right]


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is equivalent to Union[X, None]."""
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


def _typed_form(getitem):
    return _TypedCacheSpecialForm(_tp_cache(getitem, True))


@_typed_form
def Literal(self, *parameters):
    """Special typing form to define literal types (a.k.a. value types)."""
    values = []
    for p in parameters:
        values.extend(p.__args__ if isinstance(p, _LiteralGenericAlias) else (p,))
    try:
        # 1 and True are not the same.
        values = [value for value, _ in _deduplicate(list(_value_and_type_iter(values)))]
    except TypeError:
        pass        # unhashable
    return _LiteralGenericAlias(self, tuple(values))


@_SpecialForm
def Concatenate(self, parameters):
    """Special form for annotating higher-order functions."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *before, last = _as_tuple(parameters)
    if last is not Ellipsis and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    before = [_type_check(p, "Concatenate[arg, ...]: each arg must be a type.") for p in before]
    return _ConcatenateGenericAlias(self, (*before, last))


@_SpecialForm
def Unpack(self, parameters):
    """Type unpack operator: the * of PEP 646, and keyword arguments by a TypedDict."""
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(self, (item,))


@_typed_form
def Annotated(self, *params):
    """Add context-specific metadata to a type: Annotated[T, x, y]."""
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    annotated, *metadata = params
    if _is_unpacked_typevartuple(annotated):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    annotated = _type_check(annotated, "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(annotated, tuple(metadata))


class ForwardRef(_Final, _root=True):
    """Internal wrapper to hold a forward reference."""

    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        # *Ts is no expression by itself.
        source = f'({arg},)[0]' if arg.startswith('*') else arg
        try:
            code = compile(source, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__, self.__forward_code__ = arg, code
        self.__forward_module__, self.__forward_is_class__, self.__forward_is_argument__ = module, is_class, is_argument
        self.__forward_evaluated__, self.__forward_value__ = False, None

    def _evaluate(self, globalns, localns, type_params=_sentinel, *, recursive_guard):
        if type_params is _sentinel:
            _deprecate_missing_type_params("typing.ForwardRef._evaluate")
            type_params = ()
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            module = sys.modules.get(self.__forward_module__, None)
            globalns = getattr(module, '__dict__', globalns)
        if type_params:
            # Type parameters have a scope between the two namespaces, whose roles are swapped for classes.
            globalns, localns = dict(globalns), dict(localns)
            for param in type_params:
                name = param.__name__
                if not self.__forward_is_class__ or name not in globalns:
                    globalns[name] = param
                    localns.pop(name, None)
        type_ = _type_check(
            eval(self.__forward_code__, globalns, localns),
            "Forward references must evaluate to types.",
            is_argument=self.__forward_is_argument__,
            allow_special_forms=self.__forward_is_class__)
        self.__forward_value__ = _eval_type(
            type_, globalns, localns, type_params,
            recursive_guard=recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


# Substitution of type parameters; the type parameters themselves call these.

def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack
            or isinstance(arg, GenericAlias) and getattr(arg, '__unpacked__', False)):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevartuple_prepare_subst(self, alias, args):
    """Gather the arguments that belong to the TypeVarTuple into one tuple."""
    params = alias.__parameters__
    index = params.index(self)
    for param in params[index + 1:]:
        if isinstance(param, TypeVarTuple):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    nargs, nparams = len(args), len(params)
    left, right = index, nparams - index - 1
    endless = fill = None       # the place and item of an argument *tuple[T, ...]
    for k, arg in enumerate(args):
        if isinstance(arg, type):
            continue
        sub = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if sub and len(sub) == 2 and sub[-1] is ...:
            if endless is not None:
                raise TypeError("More than one unpacked arbitrary-length tuple argument")
            endless, fill = k, sub[0]
    if endless is not None:
        left = min(left, endless)
        right = min(right, nargs - endless - 1)
    elif left + right > nargs:
        raise TypeError(f"Too few arguments for {alias};"
                        f" actual {nargs}, expected at least {nparams - 1}")
    if left == nargs - right and self.has_default():
        middle = _unpack_args(self.__default__)
    else:
        middle = args[left: nargs - right]
    return (*args[:left], *([fill] * (index - left)), middle,
            *([fill] * (nparams - right - left - 1 - (index - left))), *args[nargs - right:])


def _paramspec_subst(self, arg):
    if _is_param_expr(arg):
        if isinstance(arg, (list, tuple)):
            arg = tuple([_type_check(a, "Expected a type.") for a in arg])
        return arg
    raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")


def _paramspec_prepare_subst(self, alias, args):
    params = alias.__parameters__
    place = params.index(self)
    if place == len(args) and self.has_default():
        args = [*args, self.__default__]
    if place >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    own = args[place]
    if len(params) == 1 and not _is_param_expr(args[0]):
        # Z[int, str] means Z[[int, str]] when the ParamSpec is the only parameter.
        return (args,)
    return (*args[:place], tuple(own), *args[place + 1:]) if isinstance(own, list) else args


@_tp_cache
def _generic_class_getitem(cls, args):
    """Generic.__class_getitem__: Generic[T] declares parameters, C[int] fills them in."""
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple([_type_convert(p) for p in args])
    if cls in (Generic, Protocol):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_typevar_like(p) for p in args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                            f"or parameter specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, args)
    for param in cls.__parameters__:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_generic_specialization(cls, args)
    new_args = []
    for param, arg in zip(cls.__parameters__, args):
        if isinstance(param, TypeVarTuple):
            new_args.extend(arg)
        else:
            new_args.append(arg)
    return _GenericAlias(cls, tuple(new_args))


def _generic_init_subclass(cls, *args, **kwargs):
    """Generic.__init_subclass__: find the type parameters of a new generic class."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    own_orig = '__orig_bases__' in cls.__dict__
    if own_orig:
        error = Generic in cls.__orig_bases__
    else:
        error = (Generic in cls.__bases__ and cls.__name__ != 'Protocol'
                 and type(cls) != _TypedDictMeta)
    if error:
        raise TypeError("Cannot inherit from plain Generic")
    params = ()
    if own_orig:
        params = _collect_type_parameters(cls.__orig_bases__)
        listed = None
        for base in cls.__orig_bases__:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                listed = base.__parameters__
        if listed is not None:
            missing = [p for p in params if p not in set(listed)]
            if missing:
                raise TypeError(f"Some type variables ({', '.join([str(t) for t in missing])}) are"
                                f" not listed in Generic[{', '.join([str(g) for g in listed])}]")
            params = listed
    cls.__parameters__ = tuple(params)


# Aliases.

class _BaseGenericAlias(_Final, _Uniting, _root=True):
    """What subscripted and bare aliases share: attributes go to the origin."""

    # The attributes of an alias itself, dunders aside.
    _own = frozenset({'_name', '_inst', '_nparams', '_defaults', '_removal_version'})

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass        # slots, or whatever a __setattr__ raises
        return made

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        # Generic must come once, and last: add it unless a later base brings it.
        for b in bases[bases.index(self) + 1:]:
            if isinstance(b, _BaseGenericAlias):
                break
            if isinstance(b, type):
                if issubclass(b, Generic):
                    break
                continue
            method = getattr(b, "__mro_entries__", None)
            new = method(bases) if method else None
            if isinstance(new, tuple) and any(isinstance(x, type) and issubclass(x, Generic) for x in new):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __setattr__(self, attr, val):
        own = attr in self._own or _is_dunder(attr)
        (super().__setattr__ if own else functools.partial(setattr, self.__origin__))(attr, val)

    def __getattr__(self, attr):
        if not _is_dunder(attr):
            # While it is being copied or unpickled there is no origin yet.
            if '__origin__' in self.__dict__:
                return getattr(self.__origin__, attr)
        elif attr in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        raise AttributeError(attr)

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __dir__(self):
        return list(set(super().__dir__()) | {a for a in dir(self.__origin__) if not _is_dunder(a)})


class _GenericAlias(_BaseGenericAlias, _root=True):
    # A subscripted type: __origin__[__args__], with the free __parameters__.

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args = _as_tuple(args)
        self.__parameters__ = _collect_type_parameters(
            args, enforce_default_ordering=origin in (Generic, Protocol))
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if self.__parameters__ == ():
            raise TypeError(f"{self} is not a generic class")
        args = [_type_convert(p) for p in _as_tuple(args)]
        return self.copy_with(self._substituted(_unpack_args(*args)))

    def _substituted(self, args):
        """The arguments with the parameters replaced by args."""
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, '__typing_prepare_subst__', None)
            if prepare is not None:
                args = prepare(self, args)
        nargs, nparams = len(args), len(params)
        if nargs != nparams:
            raise TypeError(f"Too {'many' if nargs > nparams else 'few'} arguments for {self};"
                            f" actual {nargs}, expected {nparams}")
        return tuple(self._substitute(self.__args__, dict(zip(params, args))))

    def _substitute(self, args, replacement):
        out = []
        for old in args:
            if isinstance(old, type):
                out.append(old)
                continue
            subst = getattr(old, '__typing_subst__', None)
            if subst:
                new = subst(replacement[old])
            else:
                inner = []
                for p in getattr(old, '__parameters__', ()):
                    if isinstance(p, TypeVarTuple):
                        inner.extend(replacement[p])
                    else:
                        inner.append(replacement[p])
                new = old[tuple(inner)] if getattr(old, '__parameters__', ()) else old
            if self.__origin__ == collections.abc.Callable and isinstance(new, tuple):
                # The parameters of a Callable stand flat among its arguments.
                out.extend(new)
            elif _is_unpacked_typevartuple(old):
                out.extend(new)
            elif isinstance(old, tuple):
                # P of a user's generic class was replaced by a list of types before.
                out.append(tuple(self._substitute(old, replacement)))
            else:
                out.append(new)
        return out

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        return f'{name}[{_joined(self.__args__) or "()"}]'

    def __reduce__(self):
        origin = globals()[self._name] if self._name else self.__origin__
        args = tuple(self.__args__)
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, _BaseGenericAlias) and b is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    """A bare alias of a class: List, Mapping."""

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=origin.__name__ if name is None else name)
        self._nparams, self._defaults = nparams, defaults
        module = '' if origin.__module__ == 'builtins' else origin.__module__ + '.'
        self.__doc__ = f'A generic version of {module}{origin.__qualname__}.'

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    @_tp_cache
    def __getitem__(self, params):
        params = [_type_check(p, "Parameters to generic types must be types.") for p in _as_tuple(params)]
        n, defaults = self._nparams, self._defaults
        missing = n - len(params)
        if 0 < missing <= len(defaults):
            params += defaults[-missing:]
            missing = 0
        if missing:
            if not n:
                raise TypeError(f"{self} is not a generic class")
            expected = f"at least {n - len(defaults)}" if defaults else n
            raise TypeError(f"Too {'few' if missing > 0 else 'many'} arguments for {self};"
                            f" actual {len(params)}, expected {expected}")
        return self.copy_with(tuple(params))

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)       # which raises
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        self._removal_version = removal_version

    def __instancecheck__(self, inst):
        import warnings
        warnings._deprecated(f"{self.__module__}.{self._name}", remove=self._removal_version)
        return super().__instancecheck__(inst)


def _has_param_expr(args):
    """Are the parameters of a Callable with these args given by one expression (..., P, Concatenate)?"""
    return len(args) == 2 and _is_param_expr(args[0])


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        *params, result = self.__args__
        if _has_param_expr(self.__args__):
            return super().__repr__()
        return f'typing.Callable[[{_joined(params)}], {_type_repr(result)}]'

    def __reduce__(self):
        *params, result = self.__args__
        return operator.getitem, (Callable, self.__args__ if _has_param_expr(self.__args__) else (params, result))


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        given, result = params
        return self.__getitem_inner__((tuple(given) if isinstance(given, list) else given, result))

    @_tp_cache
    def __getitem_inner__(self, params):
        given, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        given = (given,) if given is Ellipsis else [_type_convert(a) for a in _as_tuple(given)]
        return self.copy_with((*given, result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        params = _as_tuple(params)
        endless = params[1:] and params[-1] is Ellipsis
        msg = "Tuple[t, ...]: t must be a type." if endless else "Tuple[t0, t1, ...]: each t must be a type."
        args = [_type_check(p, msg) for p in (params[:-1] if endless else params)]
        return self.copy_with((*args, ...) if endless else tuple(args))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            return _compare_args_orderless(self.__args__, other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        if len(self.__args__) == 2 and type(None) in self.__args__:
            first, second = self.__args__
            return f'typing.Optional[{_type_repr(second if first is type(None) else first)}]'
        return super().__repr__()

    def __instancecheck__(self, obj):
        return any(isinstance(obj, cls) for cls in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        getitem, (_, args) = super().__reduce__()
        return getitem, (Union, args)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _values(self):
        return frozenset(_value_and_type_iter(self.__args__))

    def __hash__(self):
        return hash(self._values())

    def __eq__(self, other):
        return self._values() == other._values() if isinstance(other, _LiteralGenericAlias) else NotImplemented


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        *before, last = params
        if isinstance(last, (list, tuple)):
            return (*before, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*before, *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

    @property
    def __typing_unpacked_tuple_args__(self):
        unpacked, = self.__args__
        if not isinstance(unpacked, (_GenericAlias, GenericAlias)):
            return None
        if unpacked.__origin__ is tuple:
            return unpacked.__args__
        raise TypeError("Unpack[...] must be used with a tuple type")

    def __repr__(self):
        # The only argument is always there.
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    # Annotated[__origin__, *__metadata__].

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return (f"typing.Annotated[{_type_repr(self.__origin__)}, "
                f"{', '.join([repr(a) for a in self.__metadata__])}]")

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in {'__name__', '__qualname__'}:
            return 'Annotated'
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


# Protocols.

_TYPING_INTERNALS = frozenset({
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__protocol_attrs__', '__non_callable_proto_members__', '__type_params__'})

_SPECIAL_NAMES = frozenset({
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
    '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__',
    '__static_attributes__', '__firstlineno__'})

EXCLUDED_ATTRIBUTES = _TYPING_INTERNALS | _SPECIAL_NAMES | {'_MutableMapping__marker'}


def _get_protocol_attrs(cls):
    """The names a protocol asks for, annotated ones included."""
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in {'Protocol', 'Generic'}:
            continue
        for attr in (*base.__dict__, *getattr(base, '__annotations__', {})):
            if not attr.startswith('_abc_') and attr not in EXCLUDED_ATTRIBUTES:
                attrs.add(attr)
    return attrs


def _no_init_or_replace_init(self, *args, **kwargs):
    """The first __init__ of a class derived from a protocol: it finds the real one and takes its place."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is _no_init_or_replace_init:
        # object has one, so there always is one.
        cls.__init__ = next(init for base in cls.__mro__ if (init := base.__dict__.get('__init__'))
                            not in (None, _no_init_or_replace_init))
        cls.__init__(self, *args, **kwargs)


def _allow_reckless_class_checks(depth=2):
    """abc and functools ask isinstance() of all bases, protocols included."""
    return _checking() or _caller(depth) in {'abc', '_py_abc', 'functools', None}


_PROTO_ALLOWLIST = {
    'collections.abc': [
        'Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable',
        'Hashable', 'Sized', 'Container', 'Collection', 'Reversible', 'Buffer',
    ],
    'contextlib': ['AbstractContextManager', 'AbstractAsyncContextManager'],
}


def _getattr_static(obj, attr):
    from inspect import getattr_static
    return getattr_static(obj, attr)


_abc_instancecheck = ABCMeta.__instancecheck__
_abc_subclasscheck = ABCMeta.__subclasscheck__


def _check_issubclass_arg(arg):
    if not isinstance(arg, type):
        raise TypeError('issubclass() arg 1 must be a class')


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if not (name == "Protocol" and bases == (Generic,)) and Protocol in bases:
            for base in bases:
                if not (base in {object, Generic}
                        or base.__name__ in _PROTO_ALLOWLIST.get(base.__module__, [])
                        or issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False) and not _allow_reckless_class_checks():
            if not getattr(cls, '_is_runtime_protocol', False):
                _check_issubclass_arg(other)
                raise TypeError("Instance and class checks can only be used with "
                                "@runtime_checkable protocols")
            if (cls.__non_callable_proto_members__
                    and cls.__dict__.get("__subclasshook__") is _proto_hook):
                _check_issubclass_arg(other)
                data = sorted(cls.__non_callable_proto_members__)
                raise TypeError("Protocols with non-method members don't support issubclass()."
                                f" Non-method members: {str(data)[1:-1]}.")
        return _abc_subclasscheck(cls, other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return _abc_instancecheck(cls, instance)
        if not getattr(cls, '_is_runtime_protocol', False) and not _allow_reckless_class_checks():
            raise TypeError("Instance and class checks can only be used with"
                            " @runtime_checkable protocols")
        if _abc_instancecheck(cls, instance):
            return True
        # Attributes may have been set on the instance.
        for attr in cls.__protocol_attrs__:
            try:
                val = _getattr_static(instance, attr)
            except AttributeError:
                return False
            if val is None and attr not in cls.__non_callable_proto_members__:
                return False
        return True


def _provides(cls, attr):
    """Has the class the attribute (None does not count)? An annotation will do in a protocol."""
    is_protocol = issubclass(cls, Generic) and getattr(cls, "_is_protocol", False)
    for base in cls.__mro__:
        if attr in base.__dict__:
            return base.__dict__[attr] is not None
        annotations = is_protocol and getattr(base, '__annotations__', {})
        if isinstance(annotations, collections.abc.Mapping) and attr in annotations:
            return True
    return False


@classmethod
def _proto_hook(cls, other):
    """The __subclasshook__ of protocols."""
    asked = cls.__dict__.get('_is_protocol', False) and all(_provides(other, a) for a in cls.__protocol_attrs__)
    return asked or NotImplemented


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes.

    A class that derives from Protocol itself says by its body which
    attributes and methods are expected; to type checkers every class that
    has them is a subtype (structural subtyping, static duck-typing)::

        class Closable(Protocol):
            def close(self) -> None: ...
    """

    __slots__ = ()
    _is_runtime_protocol, _is_protocol = False, True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = cls.__dict__
        if not own.get('_is_protocol', False):
            cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init
        if '__subclasshook__' not in own:
            cls.__subclasshook__ = _proto_hook


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol.

    Such protocol can be used with isinstance() and issubclass().
    """
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
    cls._is_runtime_protocol = True
    # Found once, at decoration: checks against the protocol ask often.
    cls.__non_callable_proto_members__ = set()
    for attr in cls.__protocol_attrs__:
        try:
            is_callable = callable(getattr(cls, attr, None))
        except Exception as e:
            raise TypeError(f"Failed to determine whether protocol member {attr!r} "
                            "is a method member") from e
        if not is_callable:
            cls.__non_callable_proto_members__.add(attr)
    return cls


def is_protocol(tp: type, /) -> bool:
    """Return True if the given type is a Protocol."""
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp != Protocol


def get_protocol_members(tp: type, /) -> frozenset[str]:
    """Return the set of members defined in a Protocol."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


# Introspection.

_allowed_types = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType,
                  types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object.

    This is often the same as obj.__annotations__, but it handles
    forward references encoded as string literals and recursively replaces all
    'Annotated[T, ...]' with 'T' (unless 'include_extras=True').
    For classes, annotations include also inherited members.
    """
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        hints = _object_hints(obj, globalns, localns)
    return hints if include_extras else {k: _strip_annotations(t) for k, t in hints.items()}


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        ann = base.__dict__.get('__annotations__', {})
        if isinstance(ann, types.GetSetDescriptorType):
            ann = {}
        base_globals = globalns
        if base_globals is None:
            base_globals = getattr(sys.modules.get(base.__module__, None), '__dict__', {})
        base_locals = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # Names of the class come after those of its module here, for compatibility's sake.
            base_globals, base_locals = base_locals, base_globals
        for name, value in ann.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(value, base_globals, base_locals, base.__type_params__)
    return hints


def _object_hints(obj, globalns, localns):
    is_module = isinstance(obj, types.ModuleType)
    if globalns is None:
        if is_module:
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = getattr(inner, '__globals__', {})
    if localns is None:
        localns = globalns
    hints = getattr(obj, '__annotations__', None)
    if hints is None:
        if isinstance(obj, _allowed_types):
            return {}
        raise TypeError('{!r} is not a module, class, method, or function.'.format(obj))
    hints = dict(hints)
    type_params = getattr(obj, "__type_params__", ())
    for name, value in hints.items():
        if value is None:
            value = type(None)
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=not is_module, is_class=False)
        hints[name] = _eval_type(value, globalns, localns, type_params)
    return hints


def _strip_annotations(t):
    """Remove Annotated, Required, NotRequired and ReadOnly from t."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        args = tuple([_strip_annotations(a) for a in t.__args__])
        if args != t.__args__:
            return _rebuild(t, args)
    return t


def get_origin(tp):
    """The type that was subscripted: list for list[int], Union for a union, Annotated; None for plain types."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, types.UnionType):
        return types.UnionType
    if tp is Generic:
        return tp
    aliases = _BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs
    return tp.__origin__ if isinstance(tp, aliases) else None


def get_args(tp):
    """What stands in the brackets of a subscripted type, or between the bars of a union; () for plain types."""
    if isinstance(tp, types.UnionType):
        return tp.__args__
    if not isinstance(tp, (_GenericAlias, GenericAlias)):
        return ()
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    args = tp.__args__
    return (list(args[:-1]), args[-1]) if _should_unflatten_callable_args(tp, args) else args


def is_typeddict(tp):
    """Check if an annotation is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


def cast(typ, val):
    """Cast a value to a type.

    This returns the value unchanged.
    """
    return val


def assert_type(val, typ, /):
    """Ask a static type checker to confirm that the value is of the given type."""
    return val


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg: Never, /) -> Never:
    """Statically assert that a line of code is unreachable."""
    value = repr(arg)
    if len(value) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        value = value[:_ASSERT_NEVER_REPR_MAX_LENGTH] + '...'
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type[T](obj: T, /) -> T:
    """Ask a static type checker to reveal the inferred type of an expression.

    At runtime, the type of the value is printed.
    """
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def no_type_check(arg):
    """Decorator to indicate that annotations are not type hints."""
    if isinstance(arg, type):
        for obj in [getattr(arg, key) for key in dir(arg)]:
            inside = f"{arg.__qualname__}.{getattr(obj, '__name__', '')}"
            if getattr(obj, '__qualname__', None) != inside or getattr(obj, '__module__', None) != arg.__module__:
                continue        # defined elsewhere
            if isinstance(obj, type):
                no_type_check(obj)
            elif isinstance(obj, (types.FunctionType, types.MethodType)):
                getattr(obj, '__func__', obj).__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass        # a builtin class
    return arg


def no_type_check_decorator(decorator):
    """Decorator to give another decorator the @no_type_check effect."""
    import warnings
    warnings._deprecated("typing.no_type_check_decorator", remove=(3, 15))

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


def _overload_dummy(*args, **kwds):
    """Helper for @overload to raise when called."""
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions "
        "outside a stub module should always be followed "
        "by an implementation that is not @overload-ed.")


# module → qualified name → first line → function
_overload_registry = collections.defaultdict(functools.partial(collections.defaultdict, dict))


def _plain_function(func):
    return getattr(func, "__func__", func)


def overload(func):
    """Decorator for overloaded functions/methods."""
    f = _plain_function(func)
    try:
        place = f.__module__, f.__qualname__, f.__code__.co_firstlineno
    except AttributeError:
        return _overload_dummy      # not a normal function
    _overload_registry[place[0]][place[1]][place[2]] = func
    return _overload_dummy


def get_overloads(func):
    """Return all defined overloads for *func* as a sequence."""
    f = _plain_function(func)
    by_name = _overload_registry.get(f.__module__, {})
    return list(by_name[f.__qualname__].values()) if f.__qualname__ in by_name else []


def clear_overloads():
    """Clear all overloads in the registry."""
    _overload_registry.clear()


def final(f):
    """Decorator to indicate final methods and final classes."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override[F: Callable](method: F, /) -> F:
    """Indicate that a method is intended to override a method in a base class."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        frozen_default=False, field_specifiers=(), **kwargs):
    """Decorator to mark an object as providing dataclass-like behaviour."""
    settings = {'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
                'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = settings
        return cls_or_fn
    return decorator


class NewType:
    """NewType creates simple unique types with almost zero runtime overhead.

    NewType(name, tp) is considered a subtype of tp by static type checkers.
    At runtime, NewType(name, tp) returns a dummy callable that simply
    returns its argument.
    """

    def __init__(self, name, tp):
        self.__qualname__ = name
        if '.' in name:
            name = name.rpartition('.')[-1]
        self.__name__ = name
        self.__supertype__ = tp
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        # The mistake is common enough for a message of its own.
        superclass = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                subclass = cls.__name__
                raise TypeError(
                    f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`{subclass} = NewType({subclass!r}, {superclass})`")

        return (Dummy,)

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# Type variables.

T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
T_co, V_co, VT_co = [TypeVar(name, covariant=True) for name in ('T_co', 'V_co', 'VT_co')]
T_contra = TypeVar('T_contra', contravariant=True)
CT_co = TypeVar('CT_co', covariant=True, bound=type)
AnyStr = TypeVar('AnyStr', bytes, str)
Text = str

# Aliases of classes that need more than their number of parameters.

_alias = _SpecialGenericAlias
Callable = _CallableType(collections.abc.Callable, 2)
Callable.__doc__ = "Deprecated alias to collections.abc.Callable."
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
Tuple.__doc__ = "Deprecated alias to builtins.tuple."


# Named tuples with types.

def _make_nmtuple(name, fields, module, defaults=()):
    names = [n for n, _ in fields]
    annotations = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in fields}
    cls = collections.namedtuple(name, names, defaults=defaults, module=module)
    cls.__annotations__ = annotations
    try:
        cls.__new__.__annotations__ = annotations
    except AttributeError:
        # The constructor is a builtin.
        pass
    return cls


_prohibited = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                         '_make', '_replace', '_asdict', '_source'})
_special = frozenset({'__module__', '__name__', '__annotations__'})


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        annotations = ns.get('__annotations__', {})
        with_default = []
        for name in annotations:
            if name in ns:
                with_default.append(name)
            elif with_default:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(with_default) > 1 else ''} "
                                f"{', '.join(with_default)}")
        result = _make_nmtuple(typename, annotations.items(), module=ns['__module__'],
                               defaults=[ns[n] for n in with_default])
        result.__bases__ = bases
        if Generic in bases:
            result.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, val in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in _special:
                continue
            if key not in result._fields:
                setattr(result, key, val)
            cls._set_name(result, typename, key, val)
        if Generic in bases:
            result.__init_subclass__()
        return result

    @staticmethod
    def _set_name(owner, typename, key, val):
        set_name = getattr(type(val), '__set_name__', None)
        if set_name is None:
            return
        try:
            set_name(val, owner, key)
        except BaseException as e:
            e.add_note(f"Error calling __set_name__ on {type(val).__name__!r} "
                       f"instance {key!r} in {typename!r}")
            raise


def _deprecate_missing_fields(what, form, fields, kwargs, typename, empty):
    """Warn about a functional call without fields; form is 'NamedTuple' or 'TypedDict'."""
    import warnings
    if kwargs:
        thing = f"Creating {form} classes using keyword arguments"
        advice = "Use the class-based or functional syntax instead."
    else:
        thing = ("Failing to pass a value for the 'fields' parameter" if fields is _sentinel
                 else "Passing `None` as the 'fields' parameter")
        advice = (f"To create a {form} class with 0 fields using the functional syntax, "
                  f"pass an empty {what}, e.g. `{typename} = {form}({typename!r}, {empty})`.")
    message = "{name} is deprecated and will be disallowed in Python {remove}. " + advice
    warnings.warn(message.format(name=thing, remove='3.15'), DeprecationWarning, stacklevel=3)


def NamedTuple(typename, fields=_sentinel, /, **kwargs):
    """Typed version of namedtuple.

    Usage::

        class Employee(NamedTuple):
            name: str
            id: int
    """
    if fields is None and kwargs:
        raise TypeError("Cannot pass `None` as the 'fields' parameter "
                        "and also specify fields using keyword arguments")
    if fields is _sentinel or fields is None:
        _deprecate_missing_fields('list', 'NamedTuple', fields, kwargs, typename, '[]')
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    nt = _make_nmtuple(typename, fields, module=_caller())
    nt.__orig_bases__ = (NamedTuple,)
    return nt


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


# Typed dicts.

def _get_typeddict_qualifiers(annotation):
    """The set of Required, NotRequired and ReadOnly around a type."""
    found = set()
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            args = get_args(annotation)
            if not args:
                return found
            annotation = args[0]
        elif origin in (Required, NotRequired, ReadOnly):
            found.add(origin)
            annotation, = get_args(annotation)
        else:
            return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type '
                                'and a non-TypedDict base class')
        generic_base = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        tp_dict = type.__new__(_TypedDictMeta, name, (*generic_base, dict), ns)
        if not hasattr(tp_dict, '__orig_bases__'):
            tp_dict.__orig_bases__ = bases
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {n: _type_check(tp, msg, module=tp_dict.__module__)
               for n, tp in ns.get('__annotations__', {}).items()}
        annotations, required, optional, readonly, mutable = {}, set(), set(), set(), set()
        for base in bases:
            d = base.__dict__
            annotations.update(d.get('__annotations__', {}))
            base_required = d.get('__required_keys__', set())
            required |= base_required
            optional -= base_required
            base_optional = d.get('__optional_keys__', set())
            required -= base_optional
            optional |= base_optional
            readonly.update(d.get('__readonly_keys__', ()))
            mutable.update(d.get('__mutable_keys__', ()))
        annotations.update(own)
        for key, tp in own.items():
            qualifiers = _get_typeddict_qualifiers(tp)
            if Required in qualifiers or total and NotRequired not in qualifiers:
                required.add(key)
                optional.discard(key)
            else:
                optional.add(key)
                required.discard(key)
            if ReadOnly in qualifiers:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        tp_dict.__annotations__ = annotations
        tp_dict.__required_keys__ = frozenset(required)
        tp_dict.__optional_keys__ = frozenset(optional)
        tp_dict.__readonly_keys__ = frozenset(readonly)
        tp_dict.__mutable_keys__ = frozenset(mutable)
        tp_dict.__total__ = total
        return tp_dict

    __call__ = dict     # a static method: instances are plain dicts

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=_sentinel, /, *, total=True):
    """A simple typed namespace. At runtime it is equivalent to a plain dict.

    Usage::

        >>> class Point2D(TypedDict):
        ...     x: int
        ...     y: int
        ...     label: str
    """
    if fields is _sentinel or fields is None:
        _deprecate_missing_fields('dictionary', 'TypedDict', fields, None, typename, '{{}}')
        fields = {}
    namespace, module = {'__annotations__': dict(fields)}, _caller()
    if module is not None:
        namespace['__module__'] = module
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


copyreg.pickle(ParamSpecArgs, lambda p: (ParamSpecArgs, (p.__origin__,)))
copyreg.pickle(ParamSpecKwargs, lambda p: (ParamSpecKwargs, (p.__origin__,)))


# What programs use only part of is made when it is first asked for.

def _from(module, parameters, names):
    """Rows of _ALIASES: the name, "name" or "name=attribute of the module", with module and number of parameters."""
    rows = [name.partition('=') for name in names.split()]
    return {name: (module, attribute or name, parameters) for name, _, attribute in rows}


_ALIASES = (
    _from('collections.abc', 0, 'Hashable Sized ByteString')
    | _from('collections.abc', 1, """Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection
                                     AbstractSet=Set MutableSet Sequence MutableSequence MappingView KeysView ValuesView""")
    | _from('collections.abc', 2, 'Mapping MutableMapping ItemsView AsyncGenerator')
    | _from('collections.abc', 3, 'Coroutine Generator')
    | _from('collections', 1, 'Deque=deque Counter') | _from('collections', 2, 'DefaultDict=defaultdict OrderedDict ChainMap')
    | _from('builtins', 1, 'List=list Set=set FrozenSet=frozenset Type=type') | _from('builtins', 2, 'Dict=dict')
    | _from('contextlib', 2, """ContextManager=AbstractContextManager AsyncContextManager=AbstractAsyncContextManager""")
    | _from('re', 1, 'Pattern Match'))

_NONE, _TRUTH = (type(None),), (bool | None,)
_DEFAULTS = {'Generator': _NONE * 2, 'AsyncGenerator': _NONE, 'ContextManager': _TRUTH, 'AsyncContextManager': _TRUTH}


def _make_alias(name):
    module, attribute, parameters = _ALIASES[name]
    __import__(module)
    origin = getattr(sys.modules[module], attribute)
    if name == 'ByteString':
        return _DeprecatedGenericAlias(origin, parameters, removal_version=(3, 14))
    made = _alias(origin, parameters, inst=module != 'builtins', name=name, defaults=_DEFAULTS.get(name, ()))
    if origin is type:
        made.__doc__ = "Deprecated alias to builtins.type."
    return made


# Classes without code: the head, the documentation, and a line for each abstract method or, without parentheses, property.
_OUTLINES = {f'Supports{name}': (f'{generic}(Protocol)', f'An ABC with one abstract method {method[:method.index("(")]}{note}.',
                                 method)
             for name, generic, method, note in (
                 ('Int', '', '__int__(self) -> int', ''),
                 ('Float', '', '__float__(self) -> float', ''),
                 ('Complex', '', '__complex__(self) -> complex', ''),
                 ('Bytes', '', '__bytes__(self) -> bytes', ''),
                 ('Index', '', '__index__(self) -> int', ''),
                 ('Abs', '[T]', '__abs__(self) -> T', ' that is covariant in its return type'),
                 ('Round', '[T]', '__round__(self, ndigits: int = 0) -> T', ' that is covariant in its return type'))}

_OUTLINES['IO'] = '(Generic[AnyStr])', 'Generic base class for TextIO and BinaryIO.', """
    mode -> str
    name -> str
    closed -> bool
    close(self) -> None
    fileno(self) -> int
    flush(self) -> None
    isatty(self) -> bool
    readable(self) -> bool
    seekable(self) -> bool
    writable(self) -> bool
    tell(self) -> int
    read(self, n: int = -1) -> AnyStr
    readline(self, limit: int = -1) -> AnyStr
    readlines(self, hint: int = -1) -> List[AnyStr]
    write(self, s: AnyStr) -> int
    writelines(self, lines: List[AnyStr]) -> None
    seek(self, offset: int, whence: int = 0) -> int
    truncate(self, size: int = None) -> int
    __enter__(self) -> 'IO[AnyStr]'
    __exit__(self, type, value, traceback) -> None"""

_OUTLINES['BinaryIO'] = '(IO[bytes])', 'Typed version of the return of open() in binary mode.', """
    write(self, s: Union[bytes, bytearray]) -> int
    __enter__(self) -> 'BinaryIO'"""

_OUTLINES['TextIO'] = '(IO[str])', 'Typed version of the return of open() in text mode.', """
    encoding -> str
    errors -> Optional[str]
    line_buffering -> bool
    newlines -> Any
    buffer -> BinaryIO
    __enter__(self) -> 'TextIO'"""


# The names in them that are made on demand, too.
_NEEDS = {'IO': ['List'], 'BinaryIO': ['IO'], 'TextIO': ['IO', 'BinaryIO']}


def _make_class(name):
    head, doc, outline = _OUTLINES[name]
    lines = [f'class {name}{head}:', f'  {doc!r}', '  __slots__ = ()']
    for row in outline.strip().splitlines():
        row = row.strip()
        if '(self' not in row:
            lines.append('  @property')
            row = row.replace(' ', '(self) ', 1)
        lines += ['  @abstractmethod', f'  def {row}: pass']
    names = 'Protocol', 'Generic', 'AnyStr', 'Any', 'Optional', 'Union', 'abstractmethod'
    namespace = {'__name__': __name__, **{n: globals()[n] for n in names}}
    for other in _NEEDS.get(name, ()):
        namespace[other] = _find(other)
    exec('\n'.join(lines), namespace)
    made = namespace[name]
    return runtime_checkable(made) if Protocol in made.__mro__ else made


def _find(name):
    """The global of that name, made if need be; KeyError: there is none."""
    names = globals()
    if name not in names:
        names[name] = _make_alias(name) if name in _ALIASES else _make_class(name)
    return names[name]


def __getattr__(attr):
    if attr == "_collect_parameters":
        import warnings
        warnings.warn("The private _collect_parameters function is deprecated and will be"
                      " removed in a future version of Python. Any use of private functions"
                      " is discouraged and may break in the future.",
                      DeprecationWarning, stacklevel=2)
        return _collect_type_parameters
    if attr in _ALIASES or attr in _OUTLINES:
        return _find(attr)
    raise AttributeError(f"module {__name__!r} has no attribute {attr!r}")


def __dir__():
    return sorted({*globals(), *_ALIASES, *_OUTLINES})
