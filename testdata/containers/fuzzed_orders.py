# What fuzzing found in constructors, heaps and formats: which special method is asked first, what is compared, and
# which of two errors comes.
import bisect
import heapq
import textwrap
from collections import Counter, OrderedDict


def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, '|', e)


# Numbers from text that is also a number.
class Index(str):
    def __index__(self): return 7


class BadIndex(str):
    def __index__(self): return 'i'


class Float(str):
    def __float__(self): return 2.5


class Int(str):
    def __int__(self): return 3


class Trunc(str):
    def __trunc__(self): return 4


class Complex(str):
    def __complex__(self): return 5j


class Bytes(bytes):
    def __index__(self): return 8


class Array(bytearray):
    def __float__(self): return 9.5


class Real(float):
    def __float__(self): return 10.5


class Whole(int):
    def __float__(self): return 11.5
    def __index__(self): return 12
    def __int__(self): return 13
    def __complex__(self): return 14j


class Pair(complex):
    def __complex__(self): return 15j
    def __float__(self): return 16.5


values = [Index('1'), BadIndex('1'), Float('1'), Int('1'), Complex('1'), Bytes(b'1'), Array(b'1'), Real(1), Whole(1), Pair(1), 'x', None]
for v in values:
    print(type(v).__name__)
    show(float, v)
    show(int, v)
    show(complex, v)
    show(complex, 1, v)
    show(complex, v, 1)
    show('%s %.1f'.__mod__, (v, v))
    show('%d'.__mod__, v)
    show(round, v)


# A wrong operand is reported before a width that is too large.
for form, operand in [('%*o', range(0)), ('%*d', 'x'), ('%*c', 'xy'), ('%*f', None), ('%*x', 1.5), ('%*.*e', [])]:
    show(form.__mod__, (2**60,) + ((2,) if form.count('*') > 1 else ()) + (operand,))
    show(form.encode().__mod__, (2**60,) + ((2,) if form.count('*') > 1 else ()) + (operand,))
show('%*c'.__mod__, (3, 'x'))
show('%-*.2f|'.__mod__, (9, 2.5))

# Lengths that are none.
class Negative:
    def __getitem__(self, i):
        if i == 4: raise IndexError
        return i
    def __len__(self): return -1


def star(v):
    a, *b = v
    return a, b


def star_first(v):
    *a, b = v
    return a, b


def star_middle(v):
    a, *b, c, d = v
    return a, b, c, d


def three(v):
    a, b, c = v


for f in star, star_first, star_middle, three, list, tuple, sorted, lambda v: [*v], lambda v: (*v,), max, lambda v: list(iter(v)):
    for v in Negative(), iter([1, 2, 3]), [], (i for i in range(2)), {1: 2}, 'abcd', range(1):
        show(f, v)

# Where a UnicodeError begins and ends.
for e in UnicodeDecodeError('a', b'xyz', True, 2, 'r'), UnicodeEncodeError('a', 'xyz', 1, 2, 'r'), UnicodeTranslateError('xyz', 0, 3, 'r'):
    for name in 'start', 'end':
        for v in 'x', 1.0, None, True, 0, -1, Index('1'):
            show(setattr, e, name, v)
            print(getattr(e, name))
        show(delattr, e, name)
    print(e.args)
show(UnicodeDecodeError, 'a', b'xyz', 2**70, 2, 'r')
show(UnicodeDecodeError, 'a', b'xyz', Index('1'), 2, 'r')
show(UnicodeDecodeError, 'a', b'xyz', 1.0, 2, 'r')
e = UnicodeDecodeError.__new__(UnicodeDecodeError)
print(e.start, e.end)

# Heaps and the best items of something.
for name in 'heapify', 'heappop', 'heappush', 'heapreplace', 'heappushpop':
    f = getattr(heapq, name)
    for heap in None, (), 5:
        show(f, *([heap, 1][:1 if name in ('heapify', 'heappop') else 2]))
for f in bisect.bisect, bisect.insort, bisect.bisect_left, bisect.insort_left:
    show(f, None, 1)
    show(f, [1, 2], None)
    show(f, [1], 1, None)
    show(f, [1], 1, -1)
    show(f, [1], 1, 'a')


class Loud:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        print(f'{self.v}<{o.v}', end=' ')
        return self.v < o.v
    def __gt__(self, o):
        print(f'{self.v}>{o.v}', end=' ')
        return self.v > o.v
    def __eq__(self, o):
        print(f'{self.v}={o.v}', end=' ')
        return self.v == o.v
    def __repr__(self): return f'L{self.v}'


def key(x):
    print('key', x, end=' ')
    return Loud(x.v % 4)


for f in heapq.nlargest, heapq.nsmallest:
    for n in 0, -1, 1, True, 1.0, 2, 3, 2.5, 50, 50.5, None, 'a', -10**30:
        for k in None, key:
            show(f, n, [Loud(i) for i in (3, 1, 4, 1, 5, 9, 2, 6)], k)
            show(f, n, (Loud(i) for i in (3, 1, 4, 1, 5, 9, 2, 6)), k)
            show(f, n, [], k)
    show(f, 2, [1, None, 2])
    show(f, 1, [1, None, 2])
    show(f, 1, 5)
    show(f, 2, 5)
    show(f, 2, Negative())
    show(f, 2, 'hello world')
    show(f, 3, {'a': 1, 'b': 5, 'c': 3, 'd': 4}, key={'a': 1, 'b': 5, 'c': 3, 'd': 4}.get)
for n in None, 0, -1, 1, 2, 1.5, 5.5, 'a', True:
    show(Counter('abracadabra').most_common, n)
    show(Counter({'a': 1, 'b': None, 'c': 2}).most_common, n)
    show(Counter().most_common, n)

# Lines filled to the last column, and a word too long behind them.
for width in 5, 6, 7, 8, 9:
    print(textwrap.wrap('Hello World' * 6, width), textwrap.wrap('ab cd-efgh ijkl  mnopqrs', width))

import collections
import string

print(collections.Counter({2: 1.0}) & collections.Counter([2]), collections.Counter([2]) & collections.Counter({2: 1.0}))
try:
    string.capwords(b"a b")
except TypeError as e:
    print(e)
