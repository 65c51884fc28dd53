# Methods of bytes, memoryview and int called with arguments of neighbouring kinds.
class B(bytes):
    pass


def tell(f, *args):
    try:
        r = f(*args)
        print('view' if isinstance(r, memoryview) else r, [type(x).__name__ for x in r] if isinstance(r, tuple) else '')
    except Exception as e:
        print(type(e).__name__, e)


for self in (b'aXbXc', bytearray(b'aXbXc'), B(b'aXbXc')):
    for sep in (b'X', bytearray(b'X'), B(b'X'), 'X', b'', b'no'):
        tell(self.partition, sep)
        tell(self.rpartition, sep)
    for sep in (b':', B(b':'), ':', bytearray(b':'), memoryview(b':'), 1, b'ab', '\xe4', None, ''):
        tell(self.hex, sep)
        tell(self.hex, sep, 2)
        tell(memoryview(self).hex, sep)
for args in [('', 0), ('B', (2, 3)), ('x', [1]), ('B', {6}), ('B', (6,), 1), (1,), ('H',), ('H', (2,)), ('B', [2, '3']), ('B', [0]), ('B', [-1])]:
    tell(memoryview(b'abcdef').cast, *args)
for x in (5, True, -10 ** 25, 2.5):
    for args in [(), (None,), (-1,), (1,), ('a',), (1.5,), (1, 2)]:
        tell(type(x).__round__, x, *args)
        tell(round, x, *args)
