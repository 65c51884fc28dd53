"""The parts of functools that are written in Python; functools loads them when they are first asked for."""

from abc import get_cache_token
from collections import namedtuple
from functools import partial, update_wrapper
from reprlib import recursive_repr
from types import GenericAlias, MethodType
import weakref

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


# total_ordering: each missing comparison is made from the one that the class defines.

def _derive(root, name, combine):
    """Return a comparison that asks for `root` and combines its answer with equality.

    `combine` tells how: 'not' negates, 'or' adds equality, 'and' takes it away, 'not or' and 'not and' do both.
    """
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if combine == "not":
            return not result
        if combine == "or":
            return result or self == other
        if combine == "and":
            return result and self != other
        if combine == "not or":
            return not result or self == other
        return not result and self != other
    method.__name__ = name
    method.__qualname__ = f"_{name.strip('_')}_from_{root.strip('_')}"
    method.__module__ = "functools"
    method.__doc__ = getattr(int, name).__doc__
    globals()[method.__qualname__] = method
    return method


_convert = {root: [(name, _derive(root, name, combine)) for name, combine in rules] for root, rules in {
    "__lt__": [("__gt__", "not and"), ("__le__", "or"), ("__ge__", "not")],
    "__le__": [("__ge__", "not or"), ("__lt__", "and"), ("__gt__", "not")],
    "__gt__": [("__lt__", "not and"), ("__ge__", "or"), ("__le__", "not")],
    "__ge__": [("__le__", "not or"), ("__gt__", "and"), ("__lt__", "not")],
}.items()}


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods"""
    roots = {op for op in _convert if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)  # prefer __lt__ to __le__ to __gt__ to __ge__
    for name, method in _convert[root]:
        if name not in roots:
            setattr(cls, name, method)
    return cls


class _HashedSeq(list):
    __slots__ = 'hashvalue'

    def __init__(self, tup, hash=hash):
        self[:] = tup
        self.hashvalue = hash(tup)

    def __hash__(self):
        return self.hashvalue


_kwd_mark = (object(),)


def _make_key(args, kwds, typed, kwd_mark=_kwd_mark, fasttypes={int, str}):
    """Make a cache key from optionally typed positional and keyword arguments"""
    key = args
    if kwds:
        key += kwd_mark
        for item in kwds.items():
            key += item
    if typed:
        key += tuple(type(v) for v in args)
        key += tuple(type(v) for v in kwds.values())
    elif len(key) == 1 and type(key[0]) in fasttypes:
        return key[0]
    return _HashedSeq(key)


class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    @recursive_repr()
    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{k}={v!r}" for k, v in self.keywords.items()]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


def _unwrap_partialmethod(func):
    before = None
    while func is not before:
        before = func
        while isinstance(getattr(func, "__partialmethod__", None), partialmethod):
            func = func.__partialmethod__
        while isinstance(func, partialmethod):
            func = getattr(func, 'func')
        func = _unwrap_partial(func)
    return func


# singledispatch: a class may become an instance of abstract classes by registration or by its methods. They are given
# a place in its MRO: after the class that first became an instance of them. The first class in that order that has an
# implementation wins.

def _c3_merge(sequences):
    """Merge sequences to one that keeps the order of each (the C3 linearization)."""
    merged = []
    pending = [list(s) for s in sequences if s]
    while pending:
        tails = {id(c) for s in pending for c in s[1:]}
        head = next((s[0] for s in pending if id(s[0]) not in tails), None)
        if head is None:
            raise RuntimeError("Inconsistent hierarchy")
        merged.append(head)
        pending = [rest for s in pending if (rest := s[1:] if s[0] is head else s)]
    return merged


def _c3_mro(cls, abcs=()):
    """The MRO of cls with the abstract classes `abcs` in it, where they first apply."""
    bases = list(cls.__bases__)
    here = [a for a in abcs if issubclass(cls, a) and not any(issubclass(b, a) for b in bases)]
    above = [a for a in abcs if a not in here]
    # Implicit bases come behind the last explicit base that is abstract itself.
    split = max((i + 1 for i, b in enumerate(bases) if hasattr(b, '__abstractmethods__')), default=0)
    groups = bases[:split], here, bases[split:]
    linear = [_c3_mro(c, above) for group in groups for c in group]
    return _c3_merge([[cls], *linear, *groups])


def _compose_mro(cls, types):
    """The MRO of cls with those of `types` that it is an instance of without inheriting from them."""
    own = set(cls.__mro__)
    candidates = [t for t in types if t not in own and hasattr(t, '__mro__') and not isinstance(t, GenericAlias)
                  and issubclass(cls, t)]
    # A candidate that another one inherits from comes with it.
    candidates = [t for t in candidates if not any(u is not t and t in u.__mro__ for u in candidates)]
    wanted = set(candidates)
    chosen = []
    for t in candidates:
        # Subclasses of a candidate that cls is an instance of as well tell the order of several candidates.
        paths = [[c for c in sub.__mro__ if c in wanted] for sub in t.__subclasses__()
                 if sub not in own and issubclass(cls, sub)]
        for path in sorted(paths, key=len, reverse=True) or [[t]]:
            chosen.extend(c for c in path if c not in chosen)
    return _c3_mro(cls, chosen)


def _find_impl(cls, registry):
    """The implementation for cls: that of the first registered class in its composed MRO."""
    mro = _compose_mro(cls, registry)
    ranked = [c for c in mro if c in registry]
    if not ranked:
        return None
    best = ranked[0]
    rival = mro[mro.index(best) + 1] if best is not mro[-1] else None
    # Two unrelated abstract classes side by side, neither inherited: nothing tells which is meant.
    if (rival in registry and rival not in cls.__mro__ and best not in cls.__mro__ and not issubclass(best, rival)):
        raise RuntimeError("Ambiguous dispatch: {} or {}".format(best, rival))
    return registry[best]


def singledispatch(func):
    """Single-dispatch generic function decorator.

    Transforms a function into a generic function, which can have different behaviours depending upon
    the type of its first argument.
    """
    import types

    registry = {}
    dispatch_cache = weakref.WeakKeyDictionary()
    cache_token = None

    def dispatch(cls):
        """Return the best available implementation registered for the given class."""
        nonlocal cache_token
        if cache_token is not None:
            current = get_cache_token()
            if cache_token != current:
                dispatch_cache.clear()
                cache_token = current
        try:
            impl = dispatch_cache[cls]
        except KeyError:
            try:
                impl = registry[cls]
            except KeyError:
                impl = _find_impl(cls, registry)
            dispatch_cache[cls] = impl
        return impl

    def is_union(cls):
        from typing import get_origin, Union
        return get_origin(cls) in {Union, types.UnionType}

    def is_valid_type(cls):
        if isinstance(cls, type):
            return True
        from typing import get_args
        return is_union(cls) and all(isinstance(arg, type) for arg in get_args(cls))

    def register(cls, func=None):
        """Register a new implementation for the given class."""
        nonlocal cache_token
        if type(cls) is type or is_valid_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            ann = getattr(cls, '__annotations__', {})
            if not ann:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(func).items()))
            if not is_valid_type(cls):
                if is_union(cls):
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        if is_union(cls):
            from typing import get_args
            for arg in get_args(cls):
                registry[arg] = func
        else:
            registry[cls] = func
        if cache_token is None and hasattr(cls, '__abstractmethods__'):
            cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """Single-dispatch generic method descriptor.

    Supports wrapping existing descriptors and handles non-descriptor callables as instance methods.
    """

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Register a new implementation for the given class on the generic method."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{funcname} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


for _object in (total_ordering, partialmethod, singledispatch, singledispatchmethod, _make_key):
    _object.__module__ = 'functools'
_CacheInfo.__module__ = 'functools'
del _object
