# What operators, conversions and the % operator say about operands of the wrong kind.
import operator
import warnings


def attempt(label, f, *args):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            print(label, '->', f(*args), *[w.message for w in seen])
        except Exception as e:
            print(label, '->', type(e).__name__, e)


class Right:
    def __radd__(self, other):
        return 'radd'


class Index:
    def __index__(self):
        return True


class Int:
    def __int__(self):
        return True


for x in {}, {1: 2}, set(), range(2), object, 1.5, None, Index(), slice(1), {}.keys():
    for y in 'ab', b'ab', bytearray(b'ab'), [1], (1,), 3:
        for name in 'imul', 'mul', 'concat', 'iconcat', 'add', 'iadd':
            attempt(f'{name} {type(x).__name__} {y}', getattr(operator, name), x, y)
for x in 'ab', b'ab', bytearray(b'ab'), [1], (1,):
    for name in 'concat', 'iconcat', 'add', 'iadd':
        attempt(f'{name} {x} Right', getattr(operator, name), x, Right())
for f in bin, oct, hex, chr, operator.index, int, float, complex, round, range, slice, [5, 6].__getitem__, b'a'.__mul__, (0.5).__round__:
    for v in Index(), Int(), True:
        attempt(f'{f.__name__} {type(v).__name__}', lambda: repr(f(v)) if type(v) is bool or f is not slice else 'slice')
for f in '%i', '%d', '%u', '%x', '%c', '%f', '%*d', '%.*f', '%s':
    for v in 'x', None, 1.5, 1j, 10**30, (), (10**30, 1), (-10**30, 1), (2**40, 1.0), (None, 1), ('x', 1):
        attempt(f'{f} % {v}', operator.mod, f, v)
        attempt(f'b{f} % {v}', operator.mod, f.encode(), v)
for spec in '*=08c', '*>8c', '08c', '^8c', '<3c', '=3c':
    attempt(spec, format, 233, spec)
for x, y in (1e308, 1e308), (7.0, 1e308), (0.5, 1e308), (1e-308, 1e308), (2, 1e300), (-2.0, 1e300), (1e308, -1e308), (-1e308, 3.0), (1.0000001, 1e15):
    attempt(f'{x} ** {y}', operator.pow, x, y)
for first in 2**1024, 1, 'x', None:
    for second in None, [1], 'x', 2**1024, 1j:
        attempt(f'complex({str(first)[:5]}, {str(second)[:5]})', complex, first, second)
attempt('items & unhashable', lambda: {'a': 1}.items() & [[1], ('a', 1), 'x'])
attempt('keys & unhashable', lambda: {'a': 1}.keys() & [[1]])
attempt('fromhex surrogate', float.fromhex, '\ud800')
