"""How objects are pickled that do not say so themselves."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

# The reduction functions by type.
dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Have objects of the type pickled as pickle_function(object) says: (callable, arguments)."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    if constructor_ob is not None:
        constructor(constructor_ob)
    dispatch_table[ob_type] = pickle_function


def constructor(object):
    """Check that object can be called by unpickling."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    from functools import reduce
    from operator import or_
    return reduce, (or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


# What the names in pickles stand for: making objects without calling their class.

def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


_HEAPTYPE = 1 << 9
_new_type = type(int.__new__)


def _reduce_ex(self, proto):
    """Reduce by protocol 0 or 1: the value of the nearest builtin base, and the attributes."""
    assert proto < 2
    cls = self.__class__
    base = next(filter(_is_builtin, cls.__mro__), object)
    if base is cls is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    reduced = _reconstructor, (cls, base, None if base is object else base(self))
    attributes = _attributes(self, cls, proto)
    return (*reduced, attributes) if attributes else reduced


def _is_builtin(cls):
    """Whether cls, or its __new__, comes from no class statement."""
    if hasattr(cls, '__flags__') and not cls.__flags__ & _HEAPTYPE:
        return True
    new = cls.__new__
    return isinstance(new, _new_type) and new.__self__ is cls


def _attributes(self, cls, proto):
    """What self has to say of its attributes. These protocols know nothing of slots."""
    getstate = getattr(self, "__getstate__", None)
    if getstate is not None:
        if getattr(self, "__slots__", None) and type(self).__getstate__ is object.__getstate__:
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        return getstate()
    if getattr(self, "__slots__", None):
        raise TypeError(f"cannot pickle {cls.__name__!r} object: a class that defines __slots__ without defining "
                        f"__getstate__ cannot be pickled with protocol {proto}")
    return getattr(self, "__dict__", None)


def _slotnames(cls):
    """Return the names of all __slots__ of cls and its bases, mangled, cached on the class."""
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                names.append(f"_{stripped}{name}" if stripped else name)
            else:
                names.append(name)
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Register an extension code."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError("key %s is already registered with code %s" % (key, _extension_registry[key]))
    if code in _inverted_registry:
        raise ValueError("code %s is already in use for key %s" % (code, _inverted_registry[code]))
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Unregister an extension code.  For testing only."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError("key %s is not registered with code %s" % (key, code))
    del _extension_registry[key]
    del _inverted_registry[code]
    if code in _extension_cache:
        del _extension_cache[code]


def clear_extension_cache():
    _extension_cache.clear()
