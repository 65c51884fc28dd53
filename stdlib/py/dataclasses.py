"""Classes whose fields are their annotations, and the methods that follow from these."""

import sys
import types
import abc
from types import FunctionType, GenericAlias
from _thread import get_ident

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple',
           'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance is set or deleted."""


class _Named:
    """An object that stands for nothing but itself."""
    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


# The kinds of fields.
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = map(_Named, ('_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'))

# The default of a parameter whose field has a default factory; its repr shows in help().
_HAS_DEFAULT_FACTORY = _Named('<factory>')

# Says that an argument was not given.
_MISSING_TYPE = type('_MISSING_TYPE', (), {})
MISSING = _MISSING_TYPE()

# The annotation of the pseudo-field behind which all fields are keyword-only.
_KW_ONLY_TYPE = type('_KW_ONLY_TYPE', (), {})
KW_ONLY = _KW_ONLY_TYPE()

# Class attributes.
_FIELDS, _PARAMS = '__dataclass_fields__', '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'

_EMPTY_METADATA = types.MappingProxyType({})

# What asdict() and astuple() return as it is.
_ATOMIC_TYPES = frozenset({
    types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType,
    types.NotImplementedType, types.CodeType, types.BuiltinFunctionType,
    types.FunctionType, type, range, property,
})


class InitVar:
    """InitVar[type] annotates a parameter of __init__ that goes to __post_init__, not into the instance."""
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'


class Field:
    """A field; made by field(), completed by @dataclass."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash',
                 'init', 'compare', 'metadata', 'kw_only', '_field_type')

    _SHOWN = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only')

    def __init__(self, default, default_factory, init, repr, hash, compare,
                 metadata, kw_only):
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        # These are set by @dataclass.
        self.name = self.type = self._field_type = None

    def __repr__(self):
        # The type or default may hold the field.
        if _enter_repr(self):
            return '...'
        try:
            shown = [f'{name}={getattr(self, name)!r}' for name in self._SHOWN]
            return f'Field({",".join(shown)},_field_type={self._field_type})'
        finally:
            _leave_repr(self)

    def __set_name__(self, owner, name):
        # A default that is a descriptor wants to know its name, too.
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


# The objects whose repr is being made, by thread.
_repr_running = set()


def _enter_repr(obj):
    key = id(obj), get_ident()
    if key in _repr_running:
        return True
    _repr_running.add(key)
    return False


def _leave_repr(obj):
    _repr_running.discard((id(obj), get_ident()))


class _DataclassParams:
    """The options with which @dataclass was called."""
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen',
                 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return ('_DataclassParams('
                + ','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)
                + ')')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True,
          hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Return the value of a class attribute that says more of a field than a default.

    default or default_factory(), but not both, gives its value if __init__ is not given one. init, repr, hash, compare
    and kw_only say whether the field is a parameter of __init__, shows in the repr, counts in the hash (None: as in
    comparisons) and in comparisons, and is a keyword-only parameter. metadata is a mapping for the program's use.
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _tuple_str(obj_name, fields):
    """The source of a tuple of the fields of obj_name."""
    if not fields:
        return '()'
    return f'({",".join([f"{obj_name}.{f.name}" for f in fields])},)'


class _Methods:
    """Collects the sources of methods, compiles them at once and puts them into the class."""

    def __init__(self, globals):
        self.globals = globals
        self.methods = []
        self.source = []
        self.locals = {'__dataclass_object__': object}

    def add(self, name, params, body, *, annotations=None, overwrite_error=None,
            unconditional=False, wrap=None):
        # overwrite_error: None: an existing method silently wins; False … a text: TypeError.
        self.methods.append((name, annotations, overwrite_error, unconditional, wrap))
        self.source.append(f' def {name}({params}):')
        self.source += ['  ' + line for line in body]

    def install(self, cls):
        if not self.methods:
            return
        lines = [f'def __create_fn__({", ".join(self.locals)}):', *self.source,
                 f' return ({", ".join([m[0] for m in self.methods])},)']
        namespace = {}
        exec('\n'.join(lines), self.globals, namespace)
        functions = namespace['__create_fn__'](**self.locals)
        for (name, annotations, error, unconditional, wrap), fn in zip(self.methods, functions):
            if annotations is not None:
                fn.__annotations__ = annotations
            if wrap is not None:
                # The wrapped one keeps a name that tells where it comes from: pprint looks for it.
                fn = wrap(fn)
            fn.__qualname__ = f'{cls.__qualname__}.{fn.__name__}'
            if unconditional:
                setattr(cls, name, fn)
            elif _set_new_attribute(cls, name, fn) and error:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}'
                                + (error if isinstance(error, str) else ''))


def _recursive_repr(user_function):
    def __repr__(self):
        key = id(self), get_ident()
        if key in _repr_running:
            return '...'
        _repr_running.add(key)
        try:
            return user_function(self)
        finally:
            _repr_running.discard(key)
    __repr__.__module__ = user_function.__module__
    __repr__.__doc__ = user_function.__doc__
    __repr__.__annotations__ = {}
    __repr__.__wrapped__ = user_function
    return __repr__


def _init_statement(f, frozen, locals, self_name, slots):
    """The statement of __init__ that sets field f, or None."""
    default_name = f'__dataclass_dflt_{f.name}__'
    if f.default_factory is not MISSING:
        locals[default_name] = f.default_factory
        if f.init:
            value = (f'{default_name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ '
                     f'else {f.name}')
        else:
            value = f'{default_name}()'
    elif f.init:
        if f.default is not MISSING:
            locals[default_name] = f.default
        value = f.name
    elif slots and f.default is not MISSING:
        # The class attribute that held the default gives way to the slot.
        locals[default_name] = f.default
        value = default_name
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f'__dataclass_object__.__setattr__({self_name},{f.name!r},{value})'
    return f'{self_name}.{f.name}={value}'


def _init_param(f):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    if f.default is not MISSING:
        return f'{f.name}=__dataclass_dflt_{f.name}__'
    return f'{f.name}=__dataclass_HAS_DEFAULT_FACTORY__'


def _add_init(methods, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} '
                                f'follows default argument {seen_default.name!r}')
    methods.locals['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    body = []
    for f in fields:
        line = _init_statement(f, frozen, methods.locals, self_name, slots)
        if line:
            body.append(line)
    if has_post_init:
        params = ','.join([f.name for f in fields if f._field_type is _FIELD_INITVAR])
        body.append(f'{self_name}.{_POST_INIT_NAME}({params})')
    params = [self_name] + [_init_param(f) for f in std_fields]
    if kw_only_fields:
        params += ['*'] + [_init_param(f) for f in kw_only_fields]
    annotations = {f.name: f.type for f in (*std_fields, *kw_only_fields)}
    annotations['return'] = None
    methods.add('__init__', ', '.join(params), body or ['pass'], annotations=annotations)


def _add_frozen(methods, cls, fields):
    methods.locals['__dataclass_cls__'] = cls
    methods.locals['__dataclass_FrozenInstanceError__'] = FrozenInstanceError
    condition = 'type(self) is __dataclass_cls__'
    if fields:
        condition += ' or name in {' + ', '.join([repr(f.name) for f in fields]) + '}'
    for name, params, verb in (('__setattr__', 'self, name, value', 'assign to'),
                               ('__delattr__', 'self, name', 'delete')):
        args = params.removeprefix('self, ')
        methods.add(name, params, [
            f'if {condition}:',
            f' raise __dataclass_FrozenInstanceError__(f"cannot {verb} field {{name!r}}")',
            f'super(__dataclass_cls__, self).{name}({args})'],
            overwrite_error=True)


# Recognising ClassVar and InitVar, also in annotations that are strings.

def _is_classvar(a_type, typing):
    return (a_type is typing.ClassVar
            or (typing.get_origin(a_type) is typing.ClassVar))


def _is_initvar(a_type, dataclasses):
    return a_type is dataclasses.InitVar or type(a_type) is dataclasses.InitVar


def _is_kw_only(a_type, dataclasses):
    return a_type is dataclasses.KW_ONLY


def _leading_names(annotation):
    """The first name of an annotation text and, if it is qualified, the module before it."""
    def identifier(i):
        while i < len(annotation) and annotation[i].isspace():
            i += 1
        j = i
        while j < len(annotation) and (annotation[j].isalnum() or annotation[j] == '_'):
            j += 1
        return annotation[i:j], j
    first, i = identifier(0)
    while i < len(annotation) and annotation[i].isspace():
        i += 1
    if first and annotation[i:i + 1] == '.':
        second, _ = identifier(i + 1)
        if second:
            return first, second
    return None, first


def _is_type(annotation, cls, a_module, a_type, is_type_predicate):
    """Does the text annotation name a_type, as the module of cls sees it?"""
    module_name, name = _leading_names(annotation)
    if not name:
        return False
    ns = None
    if not module_name:
        ns = sys.modules.get(cls.__module__).__dict__
    else:
        module = sys.modules.get(cls.__module__)
        if module and module.__dict__.get(module_name) is a_module:
            ns = sys.modules.get(a_type.__module__).__dict__
    return bool(ns and is_type_predicate(ns.get(name), a_module))


def _says(annotation, cls, module, wanted, is_wanted):
    """Is the annotation of a field of cls, an object or a text, what is_wanted looks for?"""
    return is_wanted(annotation, module) or isinstance(annotation, str) and _is_type(annotation, cls, module, wanted, is_wanted)


def _kind(annotation, cls):
    """The kind of field that an annotation in cls makes."""
    # Without typing there is no ClassVar.
    typing = sys.modules.get('typing')
    if typing and _says(annotation, cls, typing, typing.ClassVar, _is_classvar):
        return _FIELD_CLASSVAR
    if _says(annotation, cls, sys.modules[__name__], InitVar, _is_initvar):
        return _FIELD_INITVAR
    return _FIELD


def _get_field(cls, name, annotation, kw_only):
    """Make the Field of one annotation of cls; kw_only is what holds unless the field says otherwise."""
    f = getattr(cls, name, MISSING)
    if not isinstance(f, Field):
        # A slot of the class itself is no default.
        f = field(default=MISSING if isinstance(f, types.MemberDescriptorType) else f)
    f.name, f.type, f._field_type = name, annotation, _kind(annotation, cls)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    # Unhashable stands for mutable.
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {name} is not allowed: use default_factory')
    return f


def _set_new_attribute(cls, name, value):
    """Set the attribute unless the class defines it; True: it does."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


# What to do about __hash__: by (unsafe_hash, eq, frozen, has an explicit hash).

def _add_hash(methods, cls, fields):
    fields = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    methods.add('__hash__', 'self', [f'return hash({_tuple_str("self", fields)})'], unconditional=True)


def _hash_action(methods, cls, fields, unsafe_hash, eq, frozen, explicit):
    if unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        _add_hash(methods, cls, fields)
    elif eq and not explicit:
        if frozen:
            _add_hash(methods, cls, fields)
        else:
            cls.__hash__ = None


def _collect_fields(cls, kw_only):
    """The fields of cls: those of its bases, then its own."""
    fields = {}
    any_frozen_base = has_dataclass_bases = False
    all_frozen_bases = None
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            if all_frozen_bases is None:
                all_frozen_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            frozen = getattr(b, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and frozen
            any_frozen_base = any_frozen_base or frozen
    annotations = cls.__dict__.get('__annotations__', {})
    own = []
    kw_only_seen = False
    dataclasses = sys.modules[__name__]
    for name, type in list(annotations.items()):
        if _says(type, cls, dataclasses, KW_ONLY, _is_kw_only):
            if kw_only_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only_seen = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, type, kw_only))
    for f in own:
        fields[f.name] = f
        # The class attribute becomes the plain default, or goes.
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return fields, has_dataclass_bases, any_frozen_base, all_frozen_bases


def _process_class(cls, params):
    init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot = params
    if cls.__module__ in sys.modules:
        globals = sys.modules[cls.__module__].__dict__
    else:
        globals = {}
    setattr(cls, _PARAMS, _DataclassParams(*params))
    fields, has_dataclass_bases, any_frozen_base, all_frozen_bases = _collect_fields(cls, kw_only)
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)

    # __hash__ = None that came with __eq__ does not count as explicit.
    class_hash = cls.__dict__.get('__hash__', MISSING)
    explicit_hash = not (class_hash is MISSING
                         or class_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    all_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_init = [f for f in all_init if f.init and not f.kw_only]
    kw_init = [f for f in all_init if f.init and f.kw_only]
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    methods = _Methods(globals)
    if init:
        self_name = '__dataclass_self__' if 'self' in fields else 'self'
        _add_init(methods, all_init, std_init, kw_init, frozen,
                  hasattr(cls, _POST_INIT_NAME), self_name, slots)
    _set_new_attribute(cls, '__replace__', _replace)
    if repr:
        shown = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in field_list if f.repr])
        methods.add('__repr__', 'self',
                    ['return f"{self.__class__.__qualname__}(' + shown + ')"'],
                    wrap=_recursive_repr)
    compared = [f for f in field_list if f.compare]
    if eq:
        terms = ' and '.join([f'self.{f.name}==other.{f.name}' for f in compared]) or 'True'
        methods.add('__eq__', 'self, other', [
            'if self is other:',
            ' return True',
            'if other.__class__ is self.__class__:',
            f' return {terms}',
            'return NotImplemented'])
    if order:
        mine, others = _tuple_str('self', compared), _tuple_str('other', compared)
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            methods.add(name, 'self, other', [
                'if other.__class__ is self.__class__:',
                f' return {mine}{op}{others}',
                'return NotImplemented'],
                overwrite_error=' Consider using functools.total_ordering')
    if frozen:
        _add_frozen(methods, cls, field_list)
    _hash_action(methods, cls, field_list, unsafe_hash, eq, frozen, explicit_hash)
    methods.install(cls)

    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(cls, init, std_init, kw_init)
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(f.name for f in std_init))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _signature_text(cls, init, std_init, kw_init):
    """str(inspect.signature(cls)) without the result; inspect is only asked when __init__ is not ours."""
    own = cls.__dict__.get('__init__')
    if not (init and type(cls) is type and isinstance(own, FunctionType)
            and own.__code__.co_filename == '<string>' and cls.__new__ is object.__new__):
        import inspect
        try:
            return str(inspect.signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            return ''
    def param(f):
        text = f'{f.name}: {_format_annotation(f.type)}'
        if f.default is not MISSING:
            return f'{text} = {f.default!r}'
        if f.default_factory is not MISSING:
            return f'{text} = <factory>'
        return text
    params = [param(f) for f in std_init]
    if kw_init:
        params += ['*'] + [param(f) for f in kw_init]
    return f'({", ".join(params)})'.replace(' -> None', '')


def _format_annotation(annotation):
    """inspect.formatannotation."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


# __getstate__ and __setstate__ of frozen classes with slots, which no setattr can fill.

def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _get_slots(cls):
    """Yield the names of the slots cls itself adds."""
    match cls.__dict__.get('__slots__'):
        case None:
            slots = []
            if getattr(cls, '__weakrefoffset__', -1) != 0:
                slots.append('__weakref__')
            if getattr(cls, '__dictoffset__', -1) != 0:
                slots.append('__dict__')
            yield from slots
        case str(slot):
            yield slot
        case iterable if not hasattr(iterable, '__next__'):
            yield from iterable
        case _:
            raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _fix_class_cell(f, oldcls, newcls):
    """Make the cell __class__ of function f name the new class; True: it did."""
    if f is None:
        return False
    try:
        index = f.__code__.co_freevars.index('__class__')
    except ValueError:
        return False
    cell = f.__closure__[index]
    if cell.cell_contents is oldcls:
        cell.cell_contents = newcls
        return True
    return False


def _unwrap(f):
    while hasattr(f, '__wrapped__'):
        f = f.__wrapped__
    return f


def _add_slots(cls, is_frozen, weakref_slot):
    """Make the class anew with __slots__: they cannot be added to a class that exists."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    cls_dict = dict(cls.__dict__)
    field_names = tuple(f.name for f in fields(cls))
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _get_slots(base)}
    wanted = field_names + (('__weakref__',) if weakref_slot else ())
    cls_dict['__slots__'] = tuple(name for name in wanted if name not in inherited)
    for field_name in field_names:
        # The defaults live on in the fields.
        cls_dict.pop(field_name, None)
    cls_dict.pop('__dict__', None)
    cls_dict.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    newcls = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    if qualname is not None:
        newcls.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in cls_dict:
            newcls.__getstate__ = _dataclass_getstate
        if '__setstate__' not in cls_dict:
            newcls.__setstate__ = _dataclass_setstate
    # One cell is shared by all methods that use __class__ or super().
    for value in newcls.__dict__.values():
        value = _unwrap(value)
        if isinstance(value, FunctionType):
            if _fix_class_cell(value, cls, newcls):
                break
        elif isinstance(value, property):
            if (_fix_class_cell(value.fget, cls, newcls)
                    or _fix_class_cell(value.fset, cls, newcls)
                    or _fix_class_cell(value.fdel, cls, newcls)):
                break
    return newcls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False,
              unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    """Give a class the methods that follow from its fields, the annotated attributes; in bare use a decorator.

    init, repr, eq, order, match_args: add __init__, __repr__, __eq__, the other comparisons, __match_args__.
    unsafe_hash adds a __hash__ also where eq alone would not. frozen keeps fields from being assigned to.
    kw_only makes all parameters of __init__ keyword-only. slots makes a new class with __slots__, with weakref_slot
    one that takes weak references.
    """
    params = (init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return lambda cls: _process_class(cls, params)
    return _process_class(cls, params)


def fields(class_or_instance):
    """Return the Fields of a dataclass, or of an instance, as a tuple."""
    try:
        all_fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in all_fields.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Return whether obj is a dataclass or an instance of one."""
    return hasattr(obj, _FIELDS) if isinstance(obj, type) else _is_dataclass_instance(obj)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of an instance as dict_factory makes of (name, value) pairs.

    Instances of dataclasses among the values, also in lists, tuples and dicts, are converted too. All else is copied
    by copy.deepcopy().
    """
    def convert(obj):
        items = [(f.name, inner(getattr(obj, f.name))) for f in fields(obj)]
        return dict(items) if dict_factory is dict else dict_factory(items)
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    inner = _converter(convert)
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the values of the fields of an instance, copied as asdict() does, as tuple_factory makes of a list."""
    def convert(obj):
        return tuple_factory([inner(getattr(obj, f.name)) for f in fields(obj)])
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    inner = _converter(convert)
    return convert(obj)


def _converter(convert):
    """Return the function that copies a value, applying convert to dataclass instances in it."""
    def inner(obj):
        cls = type(obj)
        if cls in _ATOMIC_TYPES:
            return obj
        if hasattr(cls, _FIELDS):
            return convert(obj)
        if cls is list:
            return [inner(v) for v in obj]
        if cls is dict:
            return {inner(k): inner(v) for k, v in obj.items()}
        if issubclass(cls, tuple):
            if hasattr(cls, '_fields'):
                # A named tuple takes its items one by one.
                return cls(*[inner(v) for v in obj])
            return cls([inner(v) for v in obj])
        if issubclass(cls, dict):
            if hasattr(cls, 'default_factory'):
                # A defaultdict takes the factory first.
                result = cls(getattr(obj, 'default_factory'))
                for k, v in obj.items():
                    result[inner(k)] = inner(v)
                return result
            return cls((inner(k), inner(v)) for k, v in obj.items())
        if issubclass(cls, list):
            return cls(inner(v) for v in obj)
        import copy
        return copy.deepcopy(obj)
    return inner


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True,
                   repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False,
                   weakref_slot=False, module=None):
    """Make a dataclass of the name.

    fields are names, (name, type) or (name, type, default or field()). bases and namespace are as in a class statement,
    module is where the class says it comes from, the other options go to dataclass().
    """
    attributes = dict(namespace or {})
    annotations = attributes['__annotations__'] = {}
    for item in fields:
        parts = (item, 'typing.Any') if isinstance(item, str) else item
        if not 2 <= len(parts) <= 3:
            raise TypeError(f'Invalid field: {item!r}')
        name = _checked_name(parts[0], annotations)
        annotations[name] = parts[1]
        attributes.update(zip((name,), parts[2:]))
    cls = types.new_class(cls_name, bases, {}, lambda body: body.update(attributes))
    # Pickles look for the class in its module: the caller's.
    cls.__module__ = module or sys._getframemodulename(1) or '__main__'
    return _process_class(cls, (init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))


def _checked_name(name, taken):
    import keyword
    if not isinstance(name, str) or not name.isidentifier():
        raise TypeError(f'Field names must be valid identifiers: {name!r}')
    if keyword.iskeyword(name):
        raise TypeError(f'Field names must not be keywords: {name!r}')
    if name in taken:
        raise TypeError(f'Field name duplicated: {name!r}')
    return name


def replace(obj, /, **changes):
    """Return a new instance with the values of obj, except changes; also of frozen classes."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        name, kind = f.name, f._field_type
        if name in changes:
            if not f.init and kind is not _FIELD_CLASSVAR:
                raise TypeError(f'field {name} is declared with init=False, it cannot be specified with replace()')
        elif f.init and kind is not _FIELD_CLASSVAR:
            if kind is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
    return self.__class__(**changes)
