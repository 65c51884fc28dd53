import sys
import types
import abc
from types import FunctionType, GenericAlias
from _thread import get_ident

__all__ = ['dataclass',
           'field',
           'Field',
           'FrozenInstanceError',
           'InitVar',
           'KW_ONLY',
           'MISSING',
           'fields',
           'asdict',
           'astuple',
           'make_dataclass',
           'replace',
           'is_dataclass',
           ]


class FrozenInstanceError(AttributeError):
    pass


# The default of a parameter whose field has a default factory; its repr shows in help().
class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


# Says that an argument was not given.
class _MISSING_TYPE:
    pass
MISSING = _MISSING_TYPE()


# The annotation of the pseudo-field behind which all fields are keyword-only.
class _KW_ONLY_TYPE:
    pass
KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = types.MappingProxyType({})


# The kinds of fields.
class _FIELD_BASE:
    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name
_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')

# Class attributes.
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'

# What asdict() and astuple() return as it is.
_ATOMIC_TYPES = frozenset({
    types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType,
    types.NotImplementedType, types.CodeType, types.BuiltinFunctionType,
    types.FunctionType, type, range, property,
})


class InitVar:
    __slots__ = ('type', )

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            type_name = self.type.__name__
        else:
            type_name = repr(self.type)
        return f'dataclasses.InitVar[{type_name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """A field; made by field(), completed by @dataclass."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash',
                 'init', 'compare', 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare,
                 metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = (_EMPTY_METADATA if metadata is None
                         else types.MappingProxyType(metadata))
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        if _enter_repr(self):
            return '...'
        try:
            return ('Field('
                    f'name={self.name!r},'
                    f'type={self.type!r},'
                    f'default={self.default!r},'
                    f'default_factory={self.default_factory!r},'
                    f'init={self.init!r},'
                    f'repr={self.repr!r},'
                    f'hash={self.hash!r},'
                    f'compare={self.compare!r},'
                    f'metadata={self.metadata!r},'
                    f'kw_only={self.kw_only!r},'
                    f'_field_type={self._field_type}'
                    ')')
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
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen',
                 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen,
                 match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return ('_DataclassParams('
                + ','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)
                + ')')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True,
          hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Return an object to identify dataclass fields.

    default is the default value of the field.  default_factory is a
    0-argument function called to initialize a field's value.  If init
    is true, the field will be a parameter to the class's __init__()
    function.  If repr is true, the field will be included in the
    object's repr().  If hash is true, the field will be included in the
    object's hash().  If compare is true, the field will be used in
    comparison functions.  metadata, if specified, must be a mapping
    which is stored but not otherwise examined by dataclass.  If kw_only
    is true, the field will become a keyword-only parameter to
    __init__().

    It is an error to specify both default and default_factory.
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
            fn.__qualname__ = f'{cls.__qualname__}.{fn.__name__}'
            if annotations is not None:
                fn.__annotations__ = annotations
            if wrap is not None:
                fn = wrap(fn)
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
    __repr__.__qualname__ = user_function.__qualname__
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


def _get_field(cls, a_name, a_type, default_kw_only):
    """Make the Field of one annotation of cls."""
    default = getattr(cls, a_name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            # A slot of the class itself, not a default.
            default = MISSING
        f = field(default=default)
    f.name = a_name
    f.type = a_type
    f._field_type = _FIELD
    typing = sys.modules.get('typing')
    if typing:
        if (_is_classvar(a_type, typing)
                or (isinstance(f.type, str)
                    and _is_type(f.type, cls, typing, typing.ClassVar, _is_classvar))):
            f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD:
        dataclasses = sys.modules[__name__]
        if (_is_initvar(a_type, dataclasses)
                or (isinstance(f.type, str)
                    and _is_type(f.type, cls, dataclasses, dataclasses.InitVar, _is_initvar))):
            f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR):
        if f.default_factory is not MISSING:
            raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    else:
        assert f._field_type is _FIELD_CLASSVAR
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        # Unhashable stands for mutable.
        raise ValueError(f'mutable default {type(f.default)} for field '
                         f'{f.name} is not allowed: use default_factory')
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
        if (_is_kw_only(type, dataclasses)
                or (isinstance(type, str)
                    and _is_type(type, cls, dataclasses, dataclasses.KW_ONLY, _is_kw_only))):
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


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    if cls.__module__ in sys.modules:
        globals = sys.modules[cls.__module__].__dict__
    else:
        globals = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen,
                                           match_args, kw_only, slots, weakref_slot))
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
                overwrite_error='. Consider using functools.total_ordering')
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
    """Add dunder methods based on the fields defined in the class.

    Examines PEP 526 __annotations__ to determine fields.

    If init is true, an __init__() method is added to the class. If repr
    is true, a __repr__() method is added. If order is true, rich
    comparison dunder methods are added. If unsafe_hash is true, a
    __hash__() method is added. If frozen is true, fields may not be
    assigned to after instance creation. If match_args is true, the
    __match_args__ tuple is added. If kw_only is true, then by default
    all fields are keyword-only. If slots is true, a new class with a
    __slots__ attribute is returned.
    """
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash,
                              frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return wrap
    return wrap(cls)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass.

    Accepts a dataclass or an instance of one. Tuple elements are of
    type Field.
    """
    try:
        fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in fields.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    """Returns True if obj is an instance of a dataclass."""
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a
    dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping
    field names to field values.

    If given, 'dict_factory' will be used instead of built-in dict.
    The function applies recursively to field values that are
    dataclass instances. This will also look into built-in containers:
    tuples, lists, and dicts. Other objects are copied with 'copy.deepcopy()'.
    """
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    def convert(obj):
        items = [(f.name, inner(getattr(obj, f.name))) for f in fields(obj)]
        return dict(items) if dict_factory is dict else dict_factory(items)
    inner = _converter(convert)
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values.

    If given, 'tuple_factory' will be used instead of built-in tuple.
    The function applies recursively to field values that are
    dataclass instances. This will also look into built-in containers:
    tuples, lists, and dicts. Other objects are copied with 'copy.deepcopy()'.
    """
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    def convert(obj):
        return tuple_factory([inner(getattr(obj, f.name)) for f in fields(obj)])
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
    """Return a new dynamically created dataclass.

    The dataclass name will be 'cls_name'.  'fields' is an iterable
    of either (name), (name, type) or (name, type, Field) objects. If type is
    omitted, use the string 'typing.Any'.  Field objects are created by
    the equivalent of calling 'field(name, type [, Field-info])'.

    For the bases and namespace parameters, see the builtin type() function.
    The other parameters are passed to dataclass().

    If module parameter is defined, the '__module__' attribute of the
    dataclass is set to that value.
    """
    import keyword
    if namespace is None:
        namespace = {}
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, 'typing.Any'
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)
        annotations[name] = tp

    def exec_body_callback(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns['__annotations__'] = annotations

    cls = types.new_class(cls_name, bases, {}, exec_body_callback)
    # For pickling, the class belongs to the module of the caller.
    if module is None:
        try:
            module = sys._getframemodulename(1) or '__main__'
        except AttributeError:
            try:
                module = sys._getframe(1).f_globals.get('__name__', '__main__')
            except (AttributeError, ValueError):
                pass
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order,
                     unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values.

    This is especially useful for frozen classes.
    """
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with '
                                f'init=False, it cannot be specified with '
                                f'replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
