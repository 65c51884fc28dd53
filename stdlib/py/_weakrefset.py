"""WeakSet, a set that references its elements weakly."""

from _weakref import ref
from types import GenericAlias

__all__ = ['WeakSet']


class WeakSet:
    """A set of objects that it does not keep alive: data holds weak references to them, and loses those that die.

    References to the same living object are equal, so the set of references does the work.
    """

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, data=None):
        self.data = set()

        def _remove(reference, selfref=ref(self)):
            owner = selfref()
            if owner is not None:
                owner.data.discard(reference)
        self._remove = _remove
        if data is not None:
            self.update(data)

    def __repr__(self):
        return repr(self.data)

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def __iter__(self):
        # Over a copy: elements may die, or be added, while their user has them one by one.
        for reference in list(self.data):
            element = reference()
            if element is not None:
                yield element

    def __len__(self):
        return sum(reference() is not None for reference in list(self.data))

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    # Single elements.

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def pop(self):
        while self.data:
            element = self.data.pop()()
            if element is not None:
                return element
        raise KeyError('pop from empty WeakSet')

    def clear(self):
        self.data.clear()

    # Operations that change the set, as methods and as operators.

    def update(self, other):
        for element in other:
            self.add(element)

    def intersection_update(self, other):
        self.data &= {ref(element) for element in other}

    def difference_update(self, other):
        self.data -= {ref(element) for element in other}

    def symmetric_difference_update(self, other):
        self.data ^= {ref(element, self._remove) for element in other}

    # And those that make a new one.

    def copy(self):
        return self.__class__(self)

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    def intersection(self, other):
        return self.__class__([element for element in other if element in self])

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    # Comparisons.

    def isdisjoint(self, other):
        return not any(element in self for element in other)

    def issubset(self, other):
        return self.data <= {ref(element) for element in other}

    def issuperset(self, other):
        return self.data >= {ref(element) for element in other}

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return self.data < {ref(element) for element in other}

    def __gt__(self, other):
        return self.data > {ref(element) for element in other}

    def __eq__(self, other):
        if isinstance(other, self.__class__):
            return self.data == {ref(element) for element in other}
        return NotImplemented


def _in_place(update):
    def changed(self, other):
        update(self, other)
        return self
    return changed


for _operator, _update in (('__ior__', WeakSet.update), ('__iand__', WeakSet.intersection_update),
                           ('__isub__', WeakSet.difference_update), ('__ixor__', WeakSet.symmetric_difference_update)):
    setattr(WeakSet, _operator, _in_place(_update))
del _operator, _update
