"""The abstract base classes of containers: what collections.abc exports."""

import sys as _sys
from _collections import deque as _deque
from abc import ABCMeta, abstractmethod
from sys import modules as _modules

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator",
           "Hashable", "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection",
           "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView",
           "Sequence", "MutableSequence", "ByteString", "Buffer"]

__name__ = "collections.abc"

GenericAlias = type(list[int])
EllipsisType = type(...)
FunctionType = type(lambda: None)


def _check_methods(C, *methods):
    """True if C defines all of the methods, NotImplemented if one is missing or set to None."""
    for method in methods:
        for base in C.__mro__:
            if method in base.__dict__:
                if base.__dict__[method] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _hook(name, *methods):
    """A __subclasshook__ for the class called `name`: its subclasses decide otherwise."""
    def __subclasshook__(cls, C):
        if cls is globals()[name]:
            return _check_methods(C, *methods)
        return NotImplemented
    return classmethod(__subclasshook__)


def _raise(typ, val, tb):
    """Raise as the throw() of generators does: typ is an exception, or the type of val."""
    if val is None and tb is not None:
        val = typ()
    raise typ if val is None else val if tb is None else val.with_traceback(tb)


class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _hook("Hashable", "__hash__")


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _hook("Awaitable", "__await__")
    __class_getitem__ = classmethod(GenericAlias)


class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Send a value into the coroutine. Return next yielded value or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception in the coroutine. Return next yielded value or raise StopIteration."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside coroutine."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("coroutine ignored GeneratorExit")

    __subclasshook__ = _hook("Coroutine", '__await__', 'send', 'throw', 'close')


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _hook("AsyncIterable", "__aiter__")
    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """Return the next item; StopAsyncIteration says that there is none."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _hook("AsyncIterator", "__anext__", "__aiter__")


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        """Return the next item from the asynchronous generator. When exhausted, raise StopAsyncIteration."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Send a value into the asynchronous generator. Return next yielded value or raise StopAsyncIteration."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Raise an exception in the asynchronous generator."""
        _raise(typ, val, tb)

    async def aclose(self):
        """Raise GeneratorExit inside coroutine."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError("asynchronous generator ignored GeneratorExit")

    __subclasshook__ = _hook("AsyncGenerator", '__aiter__', '__anext__', 'asend', 'athrow', 'aclose')


class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _hook("Iterable", "__iter__")
    __class_getitem__ = classmethod(GenericAlias)


class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """Return the next item from the iterator. When exhausted, raise StopIteration"""
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _hook("Iterator", '__iter__', '__next__')


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _hook("Reversible", "__reversed__", "__iter__")


class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        """Return the next item from the generator. When exhausted, raise StopIteration."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Send a value into the generator. Return next yielded value or raise StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception in the generator. Return next yielded value or raise StopIteration."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit inside generator."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("generator ignored GeneratorExit")

    __subclasshook__ = _hook("Generator", '__iter__', '__next__', 'send', 'throw', 'close')


class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _hook("Sized", "__len__")


class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _hook("Container", "__contains__")
    __class_getitem__ = classmethod(GenericAlias)


class Collection(Sized, Iterable, Container):
    __slots__ = ()

    __subclasshook__ = _hook("Collection", "__len__", "__iter__", "__contains__")


class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError

    __subclasshook__ = _hook("Buffer", "__buffer__")


for _type in (bytes, bytearray, memoryview):
    Buffer.register(_type)
del _type


class _CallableGenericAlias(GenericAlias):
    """Callable[argtypes, resulttype]: __args__ is flat, `Callable[[int], str]` has (int, str)."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        params, result = args
        if isinstance(params, (tuple, list)):
            args = (*params, result)
        elif not _is_param_expr(params):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {params}")
        return super().__new__(cls, origin, args)

    def __repr__(self):
        if len(self.__args__) == 2 and _is_param_expr(self.__args__[0]):
            return super().__repr__()
        from typing import _type_repr as type_repr
        params = ", ".join(type_repr(a) for a in self.__args__[:-1])
        return f'collections.abc.Callable[[{params}], {type_repr(self.__args__[-1])}]'

    def __reduce__(self):
        *params, result = self.__args__
        if len(params) == 1 and _is_param_expr(params[0]):
            params, = params
        return _CallableGenericAlias, (Callable, (params, result))

    def __getitem__(self, item):
        # Given back to the class, which makes the flat form again.
        *params, result = super().__getitem__(item if isinstance(item, tuple) else (item,)).__args__
        if params and isinstance(params[0], (tuple, list)):
            params = params[0]
        return _CallableGenericAlias(Callable, (params, result))


def _is_param_expr(obj):
    if obj is Ellipsis or isinstance(obj, list):
        return True
    t = type(obj)
    return t.__module__ == 'typing' and t.__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _hook("Callable", "__call__")
    __class_getitem__ = classmethod(_CallableGenericAlias)


def _comparison(compare):
    """A method that compares with other Sets only."""
    def method(self, other):
        return compare(self, other) if isinstance(other, Set) else NotImplemented
    return method


class Set(Collection):
    """A set: subclasses provide __contains__, __iter__ and __len__, and perhaps a faster __le__ and __ge__."""

    __slots__ = ()

    __le__ = _comparison(lambda a, b: len(a) <= len(b) and all(element in b for element in a))
    __ge__ = _comparison(lambda a, b: len(a) >= len(b) and all(element in a for element in b))
    __lt__ = _comparison(lambda a, b: len(a) < len(b) and a.__le__(b))
    __gt__ = _comparison(lambda a, b: len(a) > len(b) and a.__ge__(b))
    __eq__ = _comparison(lambda a, b: len(a) == len(b) and a.__le__(b))

    @classmethod
    def _from_iterable(cls, it):
        """Construct an instance of the class from any iterable input; override it for another constructor."""
        return cls(it)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for value in other if value in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        """Return True if two sets have a null intersection."""
        return not any(value in self for value in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(e for s in (self, other) for e in s)

    __ror__ = __or__

    def _as_set(self, other):
        """other as a Set, or None if it cannot be one."""
        if isinstance(other, Set):
            return other
        return self._from_iterable(other) if isinstance(other, Iterable) else None

    def __sub__(self, other):
        if (other := self._as_set(other)) is None:
            return NotImplemented
        return self._from_iterable(value for value in self if value not in other)

    def __rsub__(self, other):
        if (other := self._as_set(other)) is None:
            return NotImplemented
        return self._from_iterable(value for value in other if value not in self)

    def __xor__(self, other):
        if (other := self._as_set(other)) is None:
            return NotImplemented
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        """The hash of the elements whatever their order: equal to that of a frozenset of them."""
        mask = 2 ** 64 - 1
        h = 1927868237 * (len(self) + 1)
        for x in self:
            hx = hash(x)
            h ^= (hx ^ (hx << 16) ^ 89869747) * 3644798167
            h &= mask
        h ^= (h >> 11) ^ (h >> 25)
        h = (h * 69069 + 907133923) & mask
        if h >= 2 ** 63:
            h -= mask + 1
        return 590923713 if h == -1 else h


Set.register(frozenset)


def _until(error, remove):
    """Call remove until it raises the error: there is nothing left."""
    try:
        while True:
            remove()
    except error:
        pass


class MutableSet(Set):
    """A mutable set: subclasses provide __contains__, __iter__, __len__, add() and discard()."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Make value an element."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Make value no element."""
        raise NotImplementedError

    def remove(self, value):
        """Make value no element; KeyError if it was none before."""
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        """Remove an element and return it; KeyError if there is none."""
        for element in self:
            self.discard(element)
            return element
        raise KeyError

    def clear(self):
        """Remove all elements."""
        _until(KeyError, self.pop)

    def __ior__(self, it):
        for element in it:
            self.add(element)
        return self

    def __iand__(self, it):
        for element in self - it:
            self.discard(element)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
        else:
            for element in self._as_set(it):
                (self.discard if element in self else self.add)(element)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        for element in () if it is self else it:
            self.discard(element)
        return self


MutableSet.register(set)


class Mapping(Collection):
    """A Mapping is a generic container for associating key/value pairs.

    All concrete methods except for __getitem__, __iter__, and __len__ are provided.
    """

    __slots__ = ()
    __abc_tpflags__ = 1 << 6

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
            return True
        except KeyError:
            return False

    def get(self, key, default=None):
        """Return the value of key, or default if there is none."""
        try:
            return self[key]
        except KeyError:
            return default

    # Views.

    def keys(self):
        """Return the keys as a set that changes with the mapping."""
        return KeysView(self)

    def values(self):
        """Return the values as a collection that changes with the mapping."""
        return ValuesView(self)

    def items(self):
        """Return the (key, value) pairs as a set that changes with the mapping."""
        return ItemsView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


Mapping.register(type(type.__dict__))
Mapping.register(type((lambda: _sys._getframe().f_locals)()))


class MappingView(Sized):
    """What the views of a mapping share."""

    __slots__ = '_mapping',
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __repr__(self):
        return f'{type(self).__name__}({self._mapping!r})'

    def __len__(self):
        return len(self._mapping)


def _set_of(cls, it):
    # The operations on views give sets.
    return set(it)


class KeysView(MappingView, Set):
    """The keys of a mapping."""

    __slots__ = ()
    _from_iterable = classmethod(_set_of)

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


KeysView.register(type({}.keys()))


class ItemsView(MappingView, Set):
    """The items of a mapping."""

    __slots__ = ()
    _from_iterable = classmethod(_set_of)

    def __iter__(self):
        yield from ((key, self._mapping[key]) for key in self._mapping)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value


ItemsView.register(type({}.items()))


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


ValuesView.register(type({}.values()))


class MutableMapping(Mapping):
    """A mutable mapping: subclasses provide __getitem__, __setitem__, __delitem__, __iter__ and __len__."""

    __slots__ = ()

    # Stands for a default that was not given.
    __marker = object()

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    def pop(self, key, default=__marker):
        """Remove key and return its value, or default if there is none; KeyError without default."""
        try:
            value = self[key]
        except KeyError:
            if default is not self.__marker:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        """D.popitem() -> (k, v), remove and return some (key, value) pair as a 2-tuple; but raise KeyError if D is empty."""
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError from None

    def clear(self):
        """D.clear() -> None.  Remove all items from D."""
        _until(KeyError, self.popitem)

    def update(self, other=(), /, **kwds):
        """D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F."""
        if isinstance(other, Mapping) or hasattr(other, "keys"):
            pairs = ((key, other[key]) for key in (other if isinstance(other, Mapping) else other.keys()))
        else:
            pairs = other
        for source in (pairs, kwds.items()):
            for key, value in source:
                self[key] = value

    def setdefault(self, key, default=None):
        """D.setdefault(k[,d]) -> D.get(k,d), also set D[k]=d if k not in D"""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


MutableMapping.register(dict)
if "os" in _modules and hasattr(_modules["os"], "_Environ"):    # see there
    MutableMapping.register(_modules["os"]._Environ)


class Sequence(Reversible, Collection):
    """All the operations on a read-only sequence.

    Concrete subclasses must override __new__ or __init__, __getitem__, and __len__.
    """

    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        """S.index(value, [start, [stop]]) -> integer -- return first index of value.

        Raises ValueError if the value is not present.
        """
        # As in slices; the length is only asked for if it counts.
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        end = stop if stop is None or stop >= 0 else len(self) + stop
        at = start
        try:
            while end is None or at < end:
                item = self[at]
                if item is value or item == value:
                    return at
                at += 1
        except IndexError:
            pass
        raise ValueError

    def count(self, value):
        """S.count(value) -> integer -- return number of occurrences of value"""
        return sum(1 for v in self if v is value or v == value)


for _type in (tuple, str, range, memoryview):
    Sequence.register(_type)
del _type


class _DeprecateByteStringMeta(ABCMeta):
    def __new__(cls, name, bases, namespace, **kwargs):
        if name != "ByteString":
            import warnings
            warnings._deprecated("collections.abc.ByteString", remove=(3, 14))
        return super().__new__(cls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        import warnings
        warnings._deprecated("collections.abc.ByteString", remove=(3, 14))
        return super().__instancecheck__(instance)


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    """Deprecated: the common base of bytes and bytearray."""

    __slots__ = ()


ByteString.register(bytes)
ByteString.register(bytearray)


class MutableSequence(Sequence):
    """All the operations on a read-write sequence.

    Concrete subclasses must provide __new__ or __init__, __getitem__, __setitem__, __delitem__, __len__, and insert().
    """

    __slots__ = ()

    @abstractmethod
    def insert(self, index, value):
        """Put value before the item at index."""
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    def append(self, value):
        """S.append(value) -- append value to the end of the sequence"""
        self.insert(len(self), value)

    def clear(self):
        """S.clear() -> None -- remove all items from S"""
        _until(IndexError, self.pop)

    def reverse(self):
        """S.reverse() -- reverse *IN PLACE*"""
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        """S.extend(iterable) -- extend sequence by appending elements from the iterable"""
        for v in list(values) if values is self else values:
            self.append(v)

    def pop(self, index=-1):
        """S.pop([index]) -> item -- remove and return item at index (default last).

        Raise IndexError if list is empty or index is out of range.
        """
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        """S.remove(value) -- remove first occurrence of value. Raise ValueError if the value is not present."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


MutableSequence.register(list)
MutableSequence.register(bytearray)
MutableSequence.register(_deque)


def _register_builtins():
    """Tell the abstract classes of what they would find out by asking for methods, at the cost of a walk each time."""
    async def coro(): yield
    asyncgen = coro()
    AsyncGenerator.register(type(asyncgen))

    async def plain(): pass
    c = plain()
    Coroutine.register(type(c))
    c.close()
    Generator.register(type((lambda: (yield))()))
    for it in (iter(b''), iter(bytearray()), iter({}), iter({}.values()), iter({}.items()), iter([]), iter(reversed([])),
               iter(range(0)), iter(range(1 << 1000)), iter(set()), iter(''), iter(()), iter(zip())):
        Iterator.register(type(it))


_register_builtins()
