# Enumerations: classes whose attributes are a fixed set of members. What programs run in loops has a short way in _enum.
import builtins
import sys
from types import DynamicClassAttribute, MappingProxyType

from _enum import property, short as _short

__all__ = '''
    EnumType EnumMeta EnumDict Enum IntEnum StrEnum Flag IntFlag ReprEnum auto unique property verify member nonmember
    FlagBoundary STRICT CONFORM EJECT KEEP global_flag_repr global_enum_repr global_str global_enum
    EnumCheck CONTINUOUS NAMED_FLAGS UNIQUE pickle_by_global_name pickle_by_enum_name'''.split()

# EnumType asks for these while it makes them.
Enum = Flag = ReprEnum = None


# Names and values.

def _is_descriptor(obj):
    return any([hasattr(obj, name) for name in ('__get__', '__set__', '__delete__')])


def _is_dunder(name):
    return name[:2] == name[-2:] == '__' and '_' not in (name[2:3] or '_') + name[-3:-2] and len(name) > 4


def _is_sunder(name):
    return name[:1] == name[-1:] == '_' and '_' not in (name[1:2] or '_') + name[-2:-1] and len(name) > 2


def _is_private(cls_name, name):
    """Is name a private (mangled) name of the class cls_name?"""
    rest = name.removeprefix('_%s__' % cls_name)
    return rest != '' and rest is not name and rest != name and not (name.endswith('__'))


def _is_internal_class(cls_name, obj):
    """Is obj a class defined in the body of the enum cls_name?"""
    if not isinstance(obj, type):
        return False
    path = getattr(obj, '__qualname__', '').split('.')
    return path[-2:] == [cls_name, getattr(obj, '__name__', '')]


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _iter_bits_lsb(num):
    """Yield the bits of num, lowest first; num may be a flag."""
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError('%r is not a positive integer' % num)
    while num:
        lowest = num & -num
        yield lowest
        num -= lowest


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """The digits of num in two's complement behind its sign bit: '0b0 101'."""
    width = num.bit_length()
    digits = builtins.bin((num & (1 << width) - 1) | 1 << width)[3:]
    sign = '1' if num < 0 else '0'
    if max_bits is not None:
        digits = digits.rjust(max_bits, sign)
    return '0b%s %s' % (sign, digits)


class _Named:
    """A marker that shows its name."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


_not_given = _Named('<not given>')
_auto_null = _Named('_auto_null')


class nonmember(object):
    """Protects item from becoming an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class member(object):
    """Forces item to become an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class auto:
    """Instances are replaced with an appropriate value in Enum class suites."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % self.value


# The namespace of a class body.

_SETTABLE = {'_%s_' % name for name in '''
    order generate_next_value numeric_repr missing ignore iter_member iter_member_by_value iter_member_by_def
    add_alias add_value_alias use_args member_names'''.split()}


class EnumDict(dict):
    """The namespace of an enum's body: it tells members from other names, and refuses names given twice."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}     # an ordered set
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        """Take key for a member unless its name or the kind of its value says otherwise."""
        owner = self._cls_name
        if owner is not None and (_is_private(owner, key) or _is_internal_class(owner, value)):
            pass
        elif key[:1] == '_' and _is_sunder(key):
            value = self._sunder(key, value)
        elif key[:1] == '_' and _is_dunder(key):
            key = '_order_' if key == '__order__' else key
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member):
            value = self._member(key, value.value)
        elif not _is_descriptor(value):
            value = self._member(key, value)
        super().__setitem__(key, value)

    def _sunder(self, key, value):
        if key not in _SETTABLE:
            raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
        if key == '_ignore_':
            self._ignore = value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            late = self._member_names.keys() & value
            if late:
                raise ValueError('_ignore_ cannot specify already set names: %r' % (late,))
        elif key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, '__func__', value) if isinstance(value, staticmethod) else value
        return value

    def _member(self, key, value):
        """Note a member; return its value without auto()."""
        if key in self:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        if isinstance(value, auto):
            value = self._numbered(key, value)
        elif isinstance(value, tuple) and any([isinstance(part, auto) for part in value]):
            parts = [self._numbered(key, part) if isinstance(part, auto) else part for part in value]
            kind = type(value)
            try:
                value = kind(parts)
            except TypeError:       # a named tuple
                value = kind(*parts)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _numbered(self, key, item):
        if item.value == _auto_null:
            item.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(item.value)
        return item.value

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        try:
            pairs = [(name, members[name]) for name in members.keys()]
        except AttributeError:
            pairs = members
        for name, value in pairs:
            self[name] = value
        for name in more_members:
            self[name] = more_members[name]


_EnumDict = EnumDict


# The making of members.

class _Members:
    """Stands in the namespace while type.__new__ runs: its __set_name__ comes before any __init_subclass__."""

    def __init__(self, items):
        self.items = items

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        is_flag = Flag is not None and issubclass(cls, Flag)
        for name, value in self.items:
            made = _new_member(cls, name, value)
            value = made._value_
            single = True
            if is_flag:
                single = isinstance(value, int) and _is_single_bit(value)
                _widen(cls, value)
            known = _member_with(cls, value)
            if known is not None:
                made = known
            elif single:
                cls._member_names_.append(name)
            cls._add_member_(name, made)
            _note_value(cls, name, value, made)


def _new_member(cls, name, value):
    """The member of that value, initialised, but in no table yet."""
    kind = cls._member_type_
    args = value if isinstance(value, tuple) else (value,)
    if kind is tuple:
        args = (args,)
    made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
    if not hasattr(made, '_value_'):
        try:
            made._value_ = value if kind is object else kind(*args)
        except Exception as exc:
            raise TypeError('_value_ not set in __new__, unable to create it') from exc
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    return made


def _widen(cls, value):
    """Add a flag's value to the masks of its class."""
    if isinstance(value, int):
        mask = cls._flag_mask_ | value
        type.__setattr__(cls, '_flag_mask_', mask)
        if _is_single_bit(value):
            type.__setattr__(cls, '_singles_mask_', cls._singles_mask_ | value)
        type.__setattr__(cls, '_all_bits_', (1 << mask.bit_length()) - 1)


def _member_with(cls, value):
    """The member that has the value already, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:       # unhashable
        return next((m for m in cls._member_map_.values() if m._value_ == value), None)


def _named_by(cls, value):
    """_member_with() for lookups: of members whose value cannot be hashed, aliases and more values count too."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        names = [name for name, values in cls._unhashable_values_map_.items() if value in values]
        return cls[names[0]] if names else None


def _note_value(cls, name, value, member):
    """Make the member known by a value."""
    try:
        if value not in cls._value2member_map_:
            cls._value2member_map_[value] = member
            cls._hashable_values_.append(value)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(name, []).append(value)


def _inherited(cls, name):
    """What a member called name hides: a descriptor (None: nothing that matters), its kind, and its class."""
    found = kind = owner = None
    for base in cls.__mro__[1:]:
        attr = base.__dict__.get(name)
        if isinstance(attr, DynamicClassAttribute):
            return attr, 'enum', base
        if attr is None:
            continue
        if _is_descriptor(attr):
            found, kind, owner = attr, kind or 'desc', owner or base
        else:
            kind, owner = 'attr', base
    return found, kind, owner


# What a class starts with.
_TABLES = {'_member_names_': list, '_member_map_': dict, '_value2member_map_': dict, '_hashable_values_': list,
           '_unhashable_values_': list, '_unhashable_values_map_': dict, '_flag_mask_': int, '_singles_mask_': int,
           '_all_bits_': int}

# What members have from Enum (or the enum they derive from) rather than from a data type, and from Flag.
_SHOWN = '__repr__', '__str__', '__format__', '__reduce_ex__'
_OPERATORS = '__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'


class EnumType(type):
    """Metaclass for Enum"""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, parent = metacls._get_mixins_(cls, bases)
        if parent is not None:
            namespace['_generate_next_value_'] = getattr(parent, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        namespace = dict(classdict)
        for name in [*namespace.pop('_ignore_', ()), '_ignore_']:
            namespace.pop(name, None)
            dict.pop(classdict, name, None)
        names = classdict._member_names
        wrong = names.keys() & {'mro', ''}
        if wrong:
            raise ValueError('invalid enum member name(s) %s' % ','.join(map(repr, wrong)))
        order = namespace.pop('_order_', None)
        generate = namespace.get('_generate_next_value_')
        if generate is not None and type(generate) is not staticmethod:
            namespace['_generate_next_value_'] = staticmethod(generate)
        data_type, parent = metacls._get_mixins_(cls, bases)
        new, keep_new, use_args = metacls._find_new_(namespace, data_type, parent)
        items = [(name, namespace.pop(name)) for name in names if name in namespace]
        for name, kind in _TABLES.items():
            namespace[name] = kind()
        working = '_%s__in_progress' % cls
        namespace.update({
            '_new_member_': new, '_use_args_': use_args, '_member_type_': data_type, '_inverted_': None,
            '_value_repr_': metacls._find_data_repr_(cls, bases),
            '_boundary_': boundary or getattr(parent, '_boundary_', None),
            working: True, '_members_': _Members(items)})
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            # That _Members had the error is of no use to anybody.
            error.__dict__.pop('__notes__', None)
            raise
        delattr(made, working)
        metacls._settle(made, bases, namespace, data_type, parent)
        if Enum is not None:
            if keep_new:
                made.__new_member__ = new
            made.__new__ = Enum.__new__
        metacls._check_order(made, order)
        return made

    @staticmethod
    def _settle(cls, bases, namespace, data_type, parent):
        """Choose between the methods of the data type and those of enums."""
        given = set(namespace)
        if ReprEnum is not None and ReprEnum in bases:
            if data_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e.'
                                ' int, str, float, etc.)')
            text = data_type.__str__
            own = {'__format__': data_type.__format__,
                   '__str__': data_type.__repr__ if text is object.__str__ else text}
            for name in own.keys() - given:
                setattr(cls, name, own[name])
            given |= own.keys()
        for name in _SHOWN:
            if name not in given and getattr(cls, name) in (getattr(data_type, name), getattr(object, name)):
                setattr(cls, name, getattr(parent, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in _OPERATORS:
                if name not in given and getattr(cls, name) is not getattr(Flag, name):
                    setattr(cls, name, getattr(Flag, name))

    @staticmethod
    def _check_order(cls, order):
        """Compare the members with _order_, aliases aside; see in which way flags are iterated."""
        names, members = cls._member_names_, cls._member_map_
        is_flag = Flag is not None and issubclass(cls, Flag)
        if is_flag:
            values = [members[name]._value_ for name in names]
            if values != sorted(values):
                cls._iter_member_ = cls._iter_member_by_def_
        if not order:
            return
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        order = [o for o in order if o not in members or o in names or not is_flag and members[o].name == o]
        if order and order != names:
            raise TypeError('member order does not match _order_:\n  %r\n  %r' % (names, order))

    def __len__(cls):
        """Return the number of members (no aliases)"""
        return len(cls._member_names_)

    def __bool__(cls):
        """classes/types should always be True."""
        return True

    @_short
    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """Either returns an existing member, or creates a new enum class."""
        if cls._member_map_:
            return cls.__new__(cls, value if names is _not_given else (value, names, *values))
        if names is _not_given:
            if type is None:
                raise TypeError(
                    f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
            names = None
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    @_short
    def __contains__(cls, value):
        """Is value a member, or the value of one?"""
        if isinstance(value, cls):
            return True
        try:
            cls(value)
        except ValueError:
            return value in cls._unhashable_values_ or value in cls._hashable_values_
        return True

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', ()):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        """Block attempts to reassign Enum members."""
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                 '__module__', '__name__', '__qualname__'}.union(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    @_short
    def __getitem__(cls, name):
        """Return the member matching `name`."""
        return cls._member_map_[name]

    @builtins.property
    def __members__(cls):
        """The members by name, aliases included, read-only."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return "<%s %r>" % (kind, cls.__name__)

    def __iter__(cls):
        """Return members in definition order."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        """Return members in reverse definition order."""
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Create a class from names: a string of them, or an iterable of them or of (name, value) pairs, or a mapping."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, parent = cls._get_mixins_(class_name, bases)
        namespace = metacls.__prepare__(class_name, bases)
        if names is None:
            names = ()
        elif isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for name in names:
                values.append(parent._generate_next_value_(name, start, len(values), values[:]))
            names = zip(names, values)
        for item in names:
            key, value = (item, names[item]) if isinstance(item, str) else item
            namespace[key] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            _make_class_unpicklable(namespace)
        else:
            namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Create a new Enum subclass that replaces a collection of global constants"""
        made = _old_convert_(cls, name, module, filter, source, boundary=boundary)
        if as_global:
            global_enum(made)
        else:
            vars(sys.modules[made.__module__]).update(made.__members__)
        vars(sys.modules[module])[name] = made
        return made

    # What the bases of a new class mean for it.

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for direct in bases:
            for base in direct.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The data type of members, and the enum derived from, which stands last."""
        if not bases:
            return object, Enum
        parent = bases[-1]
        if not isinstance(parent, EnumType):
            raise TypeError("new enumerations should be created as "
                            "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, parent

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        """How values are shown; None: by repr()."""
        for base in [base for direct in bases for base in direct.__mro__ if base is not object]:
            if isinstance(base, EnumType):
                return base._value_repr_
            attrs = base.__dict__
            if '__repr__' in attrs:
                params = attrs.get('__dataclass_params__')
                made = '__dataclass_fields__' in attrs and params is not None and params.repr
                return _dataclass_repr if made else attrs['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        kinds = {kind for kind in map(_data_type_in, bases) if kind is not None}
        if len(kinds) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, kinds))
        return kinds.pop() if kinds else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """The __new__ that makes members, whether it stays as __new_member__, and whether it takes the values."""
        plain = {None, None.__new__, object.__new__, getattr(Enum, '__new__', None)}
        new = own = classdict.get('__new__')
        if own is None:
            candidates = [getattr(base, method, None) for method in ('__new_member__', '__new__')
                          for base in (member_type, first_enum)]
            new = next((c for c in candidates if c not in plain), object.__new__)
        takes_values = first_enum is not None and new not in (getattr(Enum, '__new__', None), object.__new__)
        return new, own is not None and first_enum is not None, takes_values

    def _add_member_(cls, name, member):
        known = cls._member_map_.get(name)
        if known is not None or name in cls._member_map_:
            if known is not member:
                raise NameError('%r is already bound: %r' % (name, known))
            return
        hidden, kind, owner = _inherited(cls, name)
        shown = member
        if hidden is not None:
            # The member is seen on the class, the inherited attribute on members.
            shown = property()
            shown.member, shown._attr_type, shown._cls_type = member, kind, owner
            shown.__set_name__(cls, name)
            if kind != 'attr':
                for function in ('fget', 'fset', 'fdel'):
                    setattr(shown, function, getattr(hidden, function, None))
        setattr(cls, name, shown)
        cls._member_map_[name] = member

    @builtins.property
    def __signature__(cls):
        from inspect import Parameter, Signature
        if cls._member_names_:
            return Signature([Parameter('values', Parameter.VAR_POSITIONAL)])
        named = {'module': None, 'qualname': None, 'type': None, 'start': 1, 'boundary': None}
        return Signature([Parameter('new_class_name', Parameter.POSITIONAL_ONLY),
                          Parameter('names', Parameter.POSITIONAL_OR_KEYWORD),
                          *[Parameter(k, Parameter.KEYWORD_ONLY, default=v) for k, v in named.items()]])


EnumMeta = EnumType


def _data_type_in(base):
    """The data type that a base class brings along, or None: the class nearest to base that leads to a __new__."""
    nearest = None
    for cls in base.__mro__:
        if cls is object:
            continue
        if isinstance(cls, EnumType):
            if cls._member_type_ is not object:
                return cls._member_type_
            continue
        nearest = nearest or cls
        if '__new__' in cls.__dict__ or '__dataclass_fields__' in cls.__dict__:
            return nearest
    return None


def _make_class_unpicklable(obj):
    """Make the class (or the namespace of one) obj refuse to be pickled."""
    def _break_on_call_reduce(self, proto):
        raise TypeError('%r cannot be pickled' % self)
    put = obj.__setitem__ if isinstance(obj, dict) else lambda name, value: setattr(obj, name, value)
    put('__reduce_ex__', _break_on_call_reduce)
    put('__module__', '<unknown>')


# The classes to derive from.

class Enum(metaclass=EnumType):
    """A set of named constant values.

    The names bound in the body of a subclass are its members:

    >>> class Weekday(Enum):
    ...     SATURDAY = 6
    ...     SUNDAY = 7

    A member is found as attribute, by its value, or by its name:

    >>> Weekday.SUNDAY, Weekday(7), Weekday['SUNDAY']
    (<Weekday.SUNDAY: 7>, <Weekday.SUNDAY: 7>, <Weekday.SUNDAY: 7>)

    The class can be iterated over and has a length. It may have methods,
    and its members attributes of their own.
    """

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_

    @_short
    def __new__(cls, value):
        # Calling an enum class looks up; members are made by _new_member_.
        known = value if type(value) is cls else _named_by(cls, value)
        if known is not None:
            return known
        if not cls._member_map_:
            if getattr(cls, '_%s__in_progress' % cls.__name__, False):
                raise TypeError('do not use `super().__new__; call the appropriate __new__ directly') from None
            raise TypeError("%r has no members defined" % cls)
        try:
            result, error = cls._missing_(value), None
        except Exception as e:
            result, error = None, e
        if isinstance(result, cls) or (
                isinstance(result, int) and Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT):
            return result
        invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if error is None and result is not None:
            error = TypeError('error in %s._missing_: returned %r instead of None or a valid member'
                              % (cls.__name__, result))
        try:
            if error is None:
                raise invalid
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            # The traceback keeps this frame: no circle.
            error = invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = _member_with(cls, value)
        if known is None:
            _note_value(cls, getattr(self, '_name_', None), value, self)
        elif known is not self:
            raise ValueError('%r is already bound: %r' % (value, known))

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the greatest of last_values, or start if there are none."""
        if not last_values:
            return start
        try:
            greatest = sorted(last_values)[-1]
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return greatest + 1
        except TypeError:
            raise TypeError('unable to increment %r' % (greatest,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    @_short
    def __repr__(self):
        return "<%s: %s>" % (self._path(), (self.__class__._value_repr_ or repr)(self._value_))

    @_short
    def __str__(self):
        return self._path()

    def _path(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        """Returns public methods and other interesting attributes."""
        cls, members = self.__class__, self._member_map_
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if self._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update([n for n in getattr(self, '__dict__', ()) if n[0] != '_' and n not in members])
        for base in cls.mro():
            for name, attr in base.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in members or isinstance(attr, property) and attr.fget is not None:
                    names.add(name)
                elif isinstance(attr, property):
                    names.discard(name)
        return sorted(names)

    @_short
    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    @_short
    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """Only changes the repr(), leaving str() and format() to the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Enum where members are also (and must be) ints"""


class StrEnum(str, ReprEnum):
    """Enum where members are also (and must be) strings"""

    def __new__(cls, *values):
        "values must already be of type `str`"
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        complaints = ['encoding must be a string, not %r', 'errors must be a string, not %r']
        given = values[1:]
        if len(values) == 1:
            complaints, given = ['%r is not a string'], values
        for complaint, item in zip(complaints, given):
            if not isinstance(item, str):
                raise TypeError(complaint % (item,))
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """Return the lower-cased version of the member name."""
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no flag has.

    STRICT (of Flag) raises an error, CONFORM drops them, EJECT returns a
    plain int, KEEP (of IntFlag) leaves them in the flag.
    """
    STRICT, CONFORM, EJECT, KEEP = 'strict', 'conform', 'eject', 'keep'


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Support for flags"""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The bit above the highest one in use, or start."""
        if not last_values:
            return 1 if start is None else start
        greatest = max(last_values)
        try:
            return 1 << greatest.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % greatest) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members in value, lowest bit first."""
        return map(cls._value2member_map_.get, _iter_bits_lsb(value & cls._flag_mask_))

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The members in value, in the order of the class body."""
        return iter(sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_))

    @classmethod
    def _missing_(cls, value):
        """Make the combination of flags that has the value; bits that no flag has are left to the boundary."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, all_bits, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        if value & (all_bits ^ mask) or not ~all_bits <= value <= all_bits:
            value = cls._out_of_range(value)
            if boundary is EJECT:
                return value
        negative = None
        if value < 0:
            negative = value
            value = all_bits + 1 + value if boundary in (EJECT, KEEP) else cls._singles_mask_ & value
        unknown = value & ~mask
        if unknown and boundary is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, bin(unknown)))
        kind = cls._member_type_
        made = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = cls._composite_name(value) if value else None
        # Another thread may have been faster.
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _out_of_range(cls, value):
        """What the boundary makes of bits that no flag has."""
        mask, boundary = cls._flag_mask_, cls._boundary_
        if boundary is CONFORM:
            return value & mask
        if boundary is EJECT:
            return value
        if boundary is KEEP:
            return value if value >= 0 else value + max(cls._all_bits_ + 1, 1 << value.bit_length())
        if boundary is not STRICT:
            raise ValueError('%r unknown flag boundary %r' % (cls, boundary))
        width = max(value.bit_length(), mask.bit_length())
        raise ValueError("%r invalid value %r\n    given %s\n  allowed %s"
                         % (cls, value, bin(value, width), bin(mask, width)))

    @classmethod
    def _composite_name(cls, value):
        """The names in value joined by |, or None when there are none."""
        parts = list(cls._iter_member_(value & cls._singles_mask_))
        if value & ~cls._singles_mask_:
            parts += [m for m in cls._member_map_.values()
                      if m not in parts and m._value_ and m._value_ & value == m._value_]
        rest = value
        for m in parts:
            rest &= ~m._value_
        if not parts:
            return None
        if rest and cls._boundary_ is STRICT:
            raise ValueError('%r: no members with value %r' % (cls, rest))
        names = [m._name_ for m in parts]
        if rest:
            names.append('%s' % cls._numeric_repr_(rest))
        return '|'.join(names)

    @_short
    def __contains__(self, other):
        """Returns True if self has at least the same flags set as other."""
        cls = self.__class__
        if isinstance(other, cls):
            return not other._value_ & ~self._value_
        raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                        % (type(other).__qualname__, cls.__qualname__))

    def __iter__(self):
        """Returns flags in definition order."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    @_short
    def __repr__(self):
        cls, shown = self.__class__, (self.__class__._value_repr_ or repr)(self._value_)
        return "<%s: %s>" % (cls.__name__ if self._name_ is None else self._path(), shown)

    @_short
    def __str__(self):
        return '%s(%r)' % (self.__class__.__name__, self._value_) if self._name_ is None else self._path()

    @_short
    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        kind = self._member_type_
        return flag if kind is not object and isinstance(flag, kind) else NotImplemented

    def _combined(self, other, symbol, combine):
        """The flag of both values."""
        value = self._get_value(other)
        if value is NotImplemented:
            return value
        for flag, bits in ((self, self._value_), (other, value)):
            if bits is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with {symbol}")
        return self.__class__(combine(self._value_, value))

    @_short
    def __or__(self, other):
        return self._combined(other, '|', lambda a, b: a | b)

    @_short
    def __and__(self, other):
        return self._combined(other, '&', lambda a, b: a & b)

    @_short
    def __xor__(self, other):
        return self._combined(other, '^', lambda a, b: a ^ b)

    @_short
    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            bits = ~self._value_
            if self._boundary_ not in (EJECT, KEEP):
                bits &= self._singles_mask_
            self._inverted_ = self.__class__(bits)
        return self._inverted_

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Support for integer-based Flags"""


# Enums that stand for the constants of their module.

def _dataclass_repr(self):
    shown = [name for name, field in self.__dataclass_fields__.items() if field.repr]
    return ', '.join(['%s=%r' % (name, getattr(self, name)) for name in shown])


def _last_module(cls):
    return cls.__module__.rpartition('.')[2]


def global_enum_repr(self):
    """
    use module.enum_name instead of class.enum_name

    the module is the last module in case of a multi-module name
    """
    return '%s.%s' % (_last_module(self.__class__), self._name_)


def global_flag_repr(self):
    """
    use module.flag_name instead of class.flag_name

    the module is the last module in case of a multi-module name
    """
    cls = self.__class__
    module = _last_module(cls)
    if self._name_ is None:
        return "%s.%s(%r)" % (module, cls.__name__, self._value_)
    names = self._name_.split('|')
    return '|'.join([n if len(names) > 1 and n[0].isdigit() else module + '.' + n for n in names])


def global_str(self):
    """use enum_name instead of class.enum_name"""
    return "%s(%r)" % (self.__class__.__name__, self._value_) if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Make the members of cls names of its module, and show them as such; update_str: also where str() is the value's."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    """Create a new Enum subclass that replaces a collection of global constants"""
    names = vars(source or sys.modules[module])
    constants = [(key, value) for key, value in names.items() if filter(key)]
    try:
        constants.sort(key=lambda c: c[::-1])
    except TypeError:       # values of several kinds
        constants.sort(key=lambda c: c[0])
    return etype(name, constants, module=module, boundary=boundary or KEEP)


# What classes have that a namespace has not.
_OF_CLASSES = {'__dict__', '__weakref__', '_ignore_', '__static_attributes__', '__firstlineno__'}


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator that makes an enum of an ordinary class."""
    def convert_class(cls):
        metacls, name = type(etype), cls.__name__
        namespace = metacls.__prepare__(name, (etype,))
        for key, value in cls.__dict__.items():
            if key not in _OF_CLASSES:
                namespace[key] = value
        namespace['__module__'], namespace['__qualname__'] = cls.__module__, cls.__qualname__
        return metacls.__new__(metacls, name, (etype,), namespace, boundary=boundary)
    return convert_class


def _test_simple_enum(checked_enum, simple_enum):
    """Raise TypeError unless an enum made by _simple_enum() has the members of the one made by a class statement."""
    failed = []
    want, have = checked_enum.__members__, simple_enum.__members__
    if checked_enum.__dict__ != simple_enum.__dict__:
        for name in want.keys() | have.keys():
            if name not in have:
                failed.append("missing member %r" % (name,))
            elif name not in want:
                failed.append("extra member %r" % (name,))
            elif want[name]._value_ != have[name]._value_:
                failed.append("values of %r differ: %r, %r" % (name, want[name]._value_, have[name]._value_))
    if failed:
        raise TypeError('enum mismatch:\n   %s' % '\n   '.join(failed))


# Ways to pickle; not for flags, whose combinations have no name of their own.

def pickle_by_global_name(self, proto):
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


# Checks of whole classes.

def _aliases(enumeration):
    """The aliases as 'ALIAS -> NAME, …'."""
    return ', '.join(['%s -> %s' % (name, m.name) for name, m in enumeration.__members__.items() if name != m.name])


def unique(enumeration):
    """Class decorator for enumerations ensuring unique member values."""
    found = _aliases(enumeration)
    if found:
        raise ValueError('duplicate values found in %r: %s' % (enumeration, found))
    return enumeration


class EnumCheck(StrEnum):
    """various conditions to check an enumeration for"""
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Check an enumeration for various constraints. (see EnumCheck)"""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check in _CHECKS:
                _CHECKS[check](enumeration, issubclass(enumeration, Flag))
        return enumeration


def _check_unique(enumeration, is_flag):
    found = _aliases(enumeration)
    if found:
        raise ValueError('aliases found in %r: %s' % (enumeration, found))


def _check_continuous(enumeration, is_flag):
    values = {m.value for m in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    between = range(low + 1, high)
    if is_flag:
        between = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
    missing = [str(v) for v in between if v not in values]
    if missing:
        text = 'invalid %s %r: missing values %s' % ('flag' if is_flag else 'enum', enumeration.__name__, ', '.join(missing))
        raise ValueError(text[:256])    # thousands may be missing


def _check_named_flags(enumeration, is_flag):
    known = {m.value for m in enumeration}
    names, bits = [], 0
    for name, m in enumeration._member_map_.items():
        if name in enumeration._member_names_ or m.value < 0:
            continue
        unnamed = [bit for bit in _iter_bits_lsb(m.value) if bit not in known]
        if unnamed:
            names.append(name)
            bits |= sum(unnamed)
    if names:
        who = ('aliases %s and %s are missing' % (', '.join(names[:-1]), names[-1]) if names[1:]
               else 'alias %s is missing' % names[0])
        what = 'value' if _is_single_bit(bits) else 'combined values of'
        raise ValueError('invalid Flag %r: %s %s 0x%x [use enum.show_flag_values(value) for details]'
                         % (enumeration.__name__, who, what, bits))


_CHECKS = {UNIQUE: _check_unique, CONTINUOUS: _check_continuous, NAMED_FLAGS: _check_named_flags}
