# What a collection does: __del__, resurrection, weak references, callbacks; and __del__ of what is left at the end.
import atexit
import gc
import sys
import weakref

log = []


class Plain:
    def __init__(self, n=0):
        self.n = n

    def __del__(self):
        log.append(('plain', self.n))


class Slots:
    __slots__ = 'a', 'b'

    def __del__(self):
        log.append(('slots', self.a))


class OfList(list):
    def __del__(self):
        log.append(('list', len(self)))


class OfDict(dict):
    def __del__(self):
        log.append(('dict', len(self)))


class OfStr(str):
    def __del__(self):
        log.append(('str', str(self)))


class OfInt(int):
    def __del__(self):
        log.append(('int', int(self)))


class Made:
    def __new__(cls, n):
        self = super().__new__(cls)
        self.n = n
        return self

    def __del__(self):
        log.append(('made', self.n))


def drop():
    for n in range(3):
        Plain(n)
        Made(n)
    s = Slots()
    s.a = 1
    OfList('ab'), OfDict(a=1), OfStr('x'), OfInt(10 ** 30), OfInt(3)


drop()
gc.collect()
print(sorted(log, key=repr))
log.clear()

x = Plain('global')
ref = weakref.ref(x, lambda r: log.append('callback'))
del x
gc.collect()
gc.collect()
print(ref(), sorted(map(str, log)))


class Lazarus:
    def __del__(self):
        log.append(self)


def bury():
    Lazarus()


log.clear()
bury()
gc.collect()
print(len(log), type(log[0]).__name__)
log.clear()
gc.collect()
print(log)


class Bad:
    def __del__(self):
        raise ValueError('in __del__')


def spoil():
    Bad()


sys.unraisablehook = lambda info: print('unraisable', info.exc_type.__name__, info.exc_value, info.object.__qualname__)
spoil()
gc.collect()
sys.unraisablehook = sys.__unraisablehook__


class FailedInit:
    def __init__(self):
        raise RuntimeError('no')

    def __del__(self):
        print('deleted all the same')


try:
    FailedInit()
except RuntimeError as e:
    print(e)
gc.collect()

proxied = {1, 2}.union
s = type('S', (set,), {})('a')
p = weakref.proxy(s)
print(str(p))
s = None
gc.collect()
try:
    print(str(p))
except ReferenceError as e:
    print(e)

calls = []
gc.callbacks.append(lambda phase, info: calls.append((phase, sorted(info), info['generation'])))
gc.collect()
gc.collect(1)
gc.callbacks.clear()
print(calls)
print([gc.is_tracked(o) for o in (1, 'a', None, 1.5, [], {}, (), {1: 2}, {1: []}, set(), int, Plain, b'', range(3))])
print(sorted(gc.get_referents([3, 1])), sorted(gc.get_referents((3, 4))), gc.get_referents(), gc.get_referents(5))


class AtEnd:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('end of', self.n)


first, second, inside = AtEnd(1), AtEnd(2), [AtEnd(3)]
atexit.register(print, 'atexit')
print('last line')
