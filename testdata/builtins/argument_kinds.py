def probe(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '|', e)
probe(lambda: (1.0).__rpow__(2.0, 3)); probe(lambda: (5).__rpow__(2, 3)); probe(lambda: (5).__rpow__(2, 'x')); probe(lambda: (1j).__rpow__(2, 3))
probe(lambda: {}.__getitem__()); probe(lambda: {1}.__contains__(1, 2)); probe(lambda: [].__setitem__(1)); probe(lambda: [].__mul__()); probe(lambda: (1).__pow__())
probe(lambda: str.maketrans(1, b'')); probe(lambda: str.maketrans('a', 'b', 3)); probe(lambda: b''.count('x', [])); probe(lambda: b'ab'.hex('', 'x')); probe(lambda: b'ab'.hex(':', 10**20))
probe(lambda: b'x'.center(5, b'ab')); probe(lambda: 'a'.split(None, 10**20)); probe(lambda: 'a'.expandtabs(10**10)); probe(lambda: 'a'.center(10**20))
probe(lambda: b'a\xd8'.decode('utf-16')); probe(lambda: b'a'.decode('utf-16')); probe(lambda: b'a'.decode('utf-32')); probe(lambda: b'\xfe\xffa'.decode('utf-16'))
probe(lambda: b'x'.__eq__(bytearray(b'x'))); probe(lambda: b'x' == bytearray(b'x')); probe(lambda: b'x' < bytearray(b'y')); probe(lambda: bytearray(b'x') == b'x'); probe(lambda: b'x' < memoryview(b'y'))
probe(lambda: sum(1, 'x')); probe(lambda: sum([1], 'x')); probe(lambda: OSError(True, 'x').__class__); probe(lambda: format(1, None)); probe(lambda: bytes.fromhex(None)); probe(lambda: 'a'.encode('日本')); probe(lambda: 'a'.encode(''))
class L(list):
    def __rmul__(self, o): return NotImplemented
class M(list):
    def __add__(self, o): return NotImplemented
class B: pass
probe(lambda: B() * L()); probe(lambda: 3 * L([1])); probe(lambda: L([1]) * 3); probe(lambda: M() + [1]); probe(lambda: [1] + M([2]))
class D:
    def f(self): pass
probe(lambda: D().__format__(x=1)); probe(lambda: True.bit_count(x=1)); probe(lambda: ValueError().add_note('x', y=1))
