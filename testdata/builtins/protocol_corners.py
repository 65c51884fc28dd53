import copy, json
def probe(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '|', e)
class Plain: pass
class E(Exception): pass
class R:
    def __rpow__(self, *a): return None
class Five:
    def __iter__(self): return 5
class Neg:
    def __len__(self): return -1
    def __iter__(self): return iter(['a', 'b'])
class L(list):
    def __iter__(self): return iter([7, 8])
class S(str): pass
class I(int): pass
big = 10**20
def delete(v, k): del v[k]
def store(v, k): v[k] = 1
for v in Plain(), E(), 5, 'text', (1, 2), b'x', range(3), {1}, None, len:
    for k in 0, big, 'k', slice(1):
        probe(lambda: delete(v, k))
        probe(lambda: store(v, k))
probe(lambda: pow(R(), 2, 3))
probe(lambda: pow(1j, 'x', 100))
probe(lambda: pow(1j, 2, 100))
probe(lambda: 'a' in Five())
probe(lambda: bytes(Five()))
probe(lambda: bytearray(Five()))
probe(lambda: ''.join(Five()))
probe(lambda: ''.join(Neg()))
probe(lambda: list(Neg()))
probe(lambda: json.dumps([L([1]), (1,)]))
probe(lambda: format(S('x'), 'x'))
probe(lambda: type(iter(S('x'))).__name__)
probe(lambda: I(1, 2, 3))
probe(lambda: int(1, 2, 3))
probe(lambda: int('1', base=2, x=3))
probe(lambda: b''.decode('nope'))
probe(lambda: b'x'.decode('nope'))
probe(lambda: [].insert(big, 1))
probe(lambda: [1].pop(big))
probe(lambda: bytearray(b'x').pop(big))
probe(lambda: bytearray().extend(''))
probe(lambda: bytearray().extend('x'))
copy.copy(Plain())
probe(lambda: [n for n in dir(Plain) if 'slot' in n])
