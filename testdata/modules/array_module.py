# Arrays: conversions, buffers that fix the size, changing in place, pickles, error texts.
import collections
import copy
import pickle
import warnings
from array import array as A, _array_reconstructor as R
from collections.abc import MutableSequence

warnings.simplefilter('ignore', DeprecationWarning)


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


print(isinstance(A('i'), MutableSequence), issubclass(collections.deque, MutableSequence), A[int])
print("- reduce")
a = A('i', [1, 2, 3])
for p in range(6):
    t(lambda: a.__reduce_ex__(p))
    print(pickle.loads(pickle.dumps(a, p)) == a, end=' ')
t(lambda: A('u', 'ab').__reduce_ex__(4))
t(lambda: A('w', 'ab').__reduce_ex__(2))
t(lambda: A('f', [1]).__reduce_ex__(4))
t(lambda: R(A, 'i', 99, b''))
t(lambda: R(A, 'i', -1, b''))
t(lambda: R(A, 'x', 1, b''))
t(lambda: R(list, 'i', 1, b''))
t(lambda: R(3, 'i', 1, b''))
t(lambda: R(A, 'i', 8, 'a'))
t(lambda: R(A, 'i', 8, b'abc'))
t(lambda: R(A, 'i', 4, b'\xff\xff\x01\x00'))
t(lambda: R(A, 'b', 5, b'\xff\xff\x01\x00'))
t(lambda: R(A, 'w', 18, b'a\0b\0'))
t(lambda: R(A, 'f', 16, b'\0' * 8))
t(lambda: R(A, 'd', 14, b'\0' * 4))
t(lambda: R(A, 'i', 14, b'\0' * 4))
t(lambda: R(A, 'h', 13, b'\0' * 7 + b'\x05'))
print("- exports")
m = memoryview(a)
for f in ['append(1)', 'extend([1])', 'insert(0, 1)', 'pop()', 'remove(1)', 'clear()', 'fromlist([1])', 'frombytes(b"1234")', 'reverse()',
          'byteswap()', '__imul__(0)', '__imul__(2)', '__imul__(1)', '__iadd__(a)', '__delitem__(0)', '__delitem__(slice(0, 1))',
          '__setitem__(slice(0, 1), A("i", [9]))', '__setitem__(slice(0, 1), A("i", [9, 8]))', '__setitem__(0, 5)', 'fromlist([])',
          'extend([])', 'frombytes(b"")', 'remove(77)']:
    print(f, end=': ')
    t(lambda: eval('a.' + f))
print(m.tolist())
m.release()
with memoryview(A('u', 'ab')) as mm:
    print(mm.format, mm.itemsize)
print("- making")
t(lambda: A('i', 'ab'))
t(lambda: A('i', A('u', 'ab')))
t(lambda: A('f', A('i', [1])))
t(lambda: A('i', A('d', [1])))
t(lambda: A('i', bytearray(8)))
t(lambda: A('w', 'ab') + A('u', 'c'))
t(lambda: A('i', 1))
t(lambda: A('ii'))
t(lambda: A(3))
t(lambda: A())
t(lambda: A('i', [], 3))
t(lambda: A('i', [1.5]))
t(lambda: A('z'))
print("- iterating")
w = A('w', b'a\0\0\0\xff\xff\xff\xff')
print(len(w), w == w)
i = iter(a)
print(type(i))
t(lambda: i.__reduce__())
t(lambda: i.__setstate__(2))
t(lambda: list(i))
t(lambda: i.__reduce__())
t(lambda: list(pickle.loads(pickle.dumps(iter(a)))))
a.append(4)
t(lambda: list(i))
print("- comparing")
nan = A('d', [float('nan')])
print(A('i', [1]) < A('d', [1.5]), nan == nan, nan != nan, A('i', [1, 2]) == A('d', [1, 2]), A('i', [1]) == [1], A('b', [1]) < A('b', [1, 2]))
t(lambda: A('i', [1]) < [1])
print("- items")
t(lambda: a.index(9))
t(lambda: a.append('x'))
t(lambda: A('d').append('x'))
t(lambda: a * 'x')
t(lambda: a[1:2.5])
t(lambda: a['x'])
t(lambda: a[9])
t(lambda: a.pop(9))
t(lambda: hash(a))
for code, x in ('b', 200), ('B', -1), ('H', 70000), ('l', 1 << 70), ('L', -1), ('Q', -1), ('q', 1 << 64):
    t(lambda: A(code, [x]))
t(lambda: A('w', 'a').tounicode())
t(lambda: A('i').tounicode())
t(lambda: A('i').fromunicode('a'))
t(lambda: A('w').fromunicode(3))
t(lambda: A('i').frombytes('abc'))
t(lambda: A('i').frombytes(A('h', [1, 2])))
t(lambda: A('i').fromlist((1,)))
t(lambda: A('i', [1]).fromlist([2, 'x']))
t(lambda: a.insert('x', 1))
t(lambda: a.__setitem__(slice(0, 1), [1]))
t(lambda: a.__setitem__(slice(0, 1), A('d')))
t(lambda: a.__setitem__('x', 1))
x = A('i', range(10))
same = x
del x[::3]
print(x)
x[1:3] = A('i', [7, 7, 7])
print(x)
x[::2] = x[::2]
x[2:2] = x
print(x, 3 in x, 'a' in x, x.count(7))
t(lambda: x.__setitem__(slice(None, None, 2), A('i', [1])))
x *= 2
x += A('i', [1])
x.reverse()
print(x, same is x)
x *= 0
print(x)
print("- subclass")


class S(A):
    pass


s = S('i', [1, 2])
s.x = 5
t(lambda: s.__reduce_ex__(4))
t(lambda: s.__reduce_ex__(2))
c = pickle.loads(pickle.dumps(s))
print(type(c), c.x, c, type(copy.copy(s)), type(s * 2), type(s + s), type(s[:1]))
t(lambda: S('i', [1], x=1))
