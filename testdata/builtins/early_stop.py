# any, all, in and operator.indexOf stop early: what the items' methods caught on the way is no error.
import operator
from collections.abc import Sequence


class Item:
    def __init__(self, n):
        self.n = n

    @property
    def key(self):
        try:
            return self.cached
        except AttributeError:
            return self.n

    def __eq__(self, other):
        return self.key == (other.key if isinstance(other, Item) else other)

    def __bool__(self):
        return bool(self.key)


class Seq(Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return Item(i)


def produce():
    for n in range(3):
        try:
            raise KeyError(n)
        except KeyError:
            yield Item(n)


items = [Item(0), Item(1), Item(2)]
print(any(x == 1 for x in items), all(x == 0 for x in items))
print(any(items), all(items), any(produce()), all(produce()), any(Seq()), all(Seq()))
print(Item(1) in items, 1 in produce(), Item(2) in Seq(), 5 in produce(), Seq().index(1), Seq().count(Item(2)))
print(operator.indexOf(produce(), 2), operator.countOf(produce(), 2), operator.contains(produce(), 1))
for f in (lambda: any(1 // x for x in (0, 1)), lambda: operator.indexOf(produce(), 9), lambda: 1 in (1 // x for x in (0, 1))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
