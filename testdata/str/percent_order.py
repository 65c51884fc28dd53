# A literal with %s, %r and %a applied to a tuple makes each value text before it evaluates the next one.
class T:
    def __init__(self, name):
        print('make', name)
        self.name = name

    def __str__(self):
        print('str', self.name)
        return f'S{self.name}'

    def __repr__(self):
        print('repr', self.name)
        return f'Ré{self.name}'


print('%s %r' % (T(1), T(2)))
print('%s|%-8s|%8s|%.2s|%5.1r|%a|%%' % (T(1), T(2), T(3), T(4), T(5), T(6)))
print('%s %d' % (T(1), len([T(2)])))
print('%(a)s' % {'a': T(1)})
print('%s' % (T(1),))
print('%s' % T(1))
print('%s %s' % (*[T(1)], T(2)))
print('100%%' % ())
print('%010s|%-010s|%+s|% s|%#s|%.s|%03s' % ('a', 'b', 'c', 'd', 'e', 'f', 'g'))
fmt = '%s %s'
print(fmt % (T(1), T(2)))
for bad in ("'%s' % ()", "'%s %s' % (1,)", "'%s' % (1, 2)", "'%' % (1,)", "'%s%' % (1,)", "'%5' % (1,)", "'%y' % (1,)", "'' % (1,)", "'a' % ()",
            "'%s' % (1 / 0,)", "'%*s' % (5, 1)", "'%.*s|' % (1, 'abc')", "'%1000s' % (1,) == ' ' * 999 + '1'", "'%ls' % (5,)", "b'%s' % (b'a',)"):
    try:
        print(bad, '->', repr(eval(bad)))
    except Exception as e:
        print(bad, '->', type(e).__name__, e)


async def main():
    async def give(x):
        return T(x)
    print('%s %r' % (await give(1), await give(2)))
    print('%s %d' % (await give(1), 5))

import asyncio
asyncio.run(main())


class Bad:
    def __str__(self):
        return 5


import sys
import traceback
try:
    print('%s and %s' % (
        T(1),
        Bad()))
except TypeError:
    traceback.print_exc(file=sys.stdout)
try:
    print('%s and %d' % (T(1), Bad()))
except TypeError:
    traceback.print_exc(file=sys.stdout)


class Number:
    def __float__(self):
        return 2.5


class Trunc(Number):
    def __trunc__(self):
        return 9


class Index:
    def __index__(self):
        return 7


class Fails:
    def __int__(self):
        raise ValueError('int')

    __index__ = __int__


import warnings
warnings.simplefilter('ignore')
for value in Number(), Trunc(), Index(), Fails(), 2.9, 1j, None:
    for code in '%d', '%i', '%u', '%x', '%c', '%.1f', b'%d', b'%x', b'%c':
        try:
            print(code, type(value).__name__, code % value)
        except Exception as e:
            print(code, type(value).__name__, type(e).__name__, e)
