# What bytes() and bytearray() accept, and the errors of objects whose protocols fail.
def attempt(label, f, *args):
    try:
        print(label, '->', f(*args))
    except Exception as e:
        print(label, '->', type(e).__name__, '|', e)


def make(**methods):
    return type('B', (), {f'__{k}__': v for k, v in methods.items()})()


def fail(error):
    def method(self, *args):
        raise error
    return method


def give(x):
    return lambda self, *args: x


makers = {
    'index': [give(3), give(-1), give('x'), give(10**30), fail(TypeError('t')), fail(ValueError('v'))],
    'iter': [give(5), give(iter([1, 2])), give(iter([1, 300])), give(iter(['x'])), fail(TypeError('t')), fail(ValueError('v'))],
    'len': [give(2), give(-1), give('x'), fail(TypeError('t')), fail(ValueError('v')), give(10**30)],
    'length_hint': [give(2), give(-1), give('x'), give(NotImplemented), fail(TypeError('t')), fail(ValueError('v')), give(10**30)],
    'getitem': [lambda self, i: [7, 8][i], fail(TypeError('t')), fail(IndexError('i'))],
    'bytes': [give(b'by'), give('by'), give(None), fail(TypeError('t'))],
    'int': [give(3)],
}
rows = [(name, i, f) for name, fs in makers.items() for i, f in enumerate(fs)]
for c in bytes, bytearray:
    for name, i, f in rows:
        attempt(f'{c.__name__} {name}{i}', c, make(**{name: f}))
    for (a, i, f) in rows:
        for (b, j, g) in rows:
            if a < b and (a in ('index', 'iter') or b in ('iter', 'len')):
                attempt(f'{c.__name__} {a}{i} {b}{j}', c, make(**{a: f, b: g}))
    for x in (None, 1.5, 1j, ..., 'a', '', object, [1, 256], (1, -1), ['a'], (None,), {1: 2}, {1, 2}, range(3), -1, True, 10**30,
              [1, 2.0], iter([3]), map(int, ['4']), memoryview(b'ab'), [10**30], (10**30,), {10**30}):
        attempt(f'{c.__name__} {x if not hasattr(x, "__next__") and not isinstance(x, memoryview) else type(x)}', c, x)
        attempt('   with encoding', c, x, 'ascii')
        attempt('   with errors', lambda: c(x, errors='strict'))

values = [None, 1, 1.5, 1j, 'ab', '', b'xy', bytearray(b'xyz'), [1, 2], (1, 300), range(2), object(), {5: 6}, iter([9]), iter([9, 'x']),
          memoryview(b'mem'), make(index=give(3)), make(int=give(3)), make(iter=give(5)), make(len=give(2)), int, True,
          make(getitem=fail(IndexError('i'))), [10**30], make(bytes=give(b'by'))]
slices = [slice(None), slice(1, 'x'), slice('x', None), slice(None, None, 0), slice(1, 2), slice(None, None, 2), slice(None, None, -1), slice(3, 1),
          slice(1.0), slice(10**30, None), slice(make(index=fail(ValueError('slice'))), 2), 0, -1, 7, True, None, 'x', 1.0, 10**30, make(index=give(1))]
for k in slices:
    for v in values:
        a = bytearray(b'hello')
        text = '[iterator]' if hasattr(v, '__next__') else type(v).__name__
        key = 'slice' if isinstance(k, slice) and type(k.start).__name__ == 'B' else k
        key = key if type(key).__name__ != 'B' else 'B'
        if not hasattr(v, '__next__'):
            attempt(f'[{key}] = {text}', a.__setitem__, k, v)
        print(a)
    a = bytearray(b'hello')
    attempt('   del', a.__delitem__, k)
    print(a)
a = bytearray(b'abc')
for name in 'append', 'remove', 'extend', 'insert', 'pop', '__iadd__', '__imul__', '__contains__', 'find', 'count', 'index', 'rindex', 'startswith', 'endswith':
    for v in [None, -1, 256, 10**30, 'x', '', 1.5, [1, 'x'], [256], make(index=give(98)), make(index=give('x')), make(index=fail(KeyError(1)))]:
        label = v if type(v).__name__ != 'B' else 'B'
        if name == 'insert':
            attempt(f'insert 1 {label}', a.insert, 1, v)
            attempt(f'insert {label} 1', a.insert, v, 1)
        elif name != '__imul__' or v != 10**30:
            attempt(f'{name} {label}', getattr(a, name), v)
        print(a[:10])
        a = bytearray(b'abc')
for name, i, f in rows:
    a = bytearray(b'abc')
    attempt(f'extend {name}{i}', a.extend, make(**{name: f}))
    print(a)
    attempt(f'extend {name}{i} len', a.extend, make(**{name: f, 'len': give(-1)}))
    attempt(f'extend {name}{i} iter', a.extend, make(**{name: f, 'iter': give(iter([1, 2]))}))
    attempt(f'join {name}{i}', b','.join, make(**{name: f}))
    attempt(f'iadd {name}{i}', a.__iadd__, make(**{name: f}))
    print(a)
