import operator, math, copy
class I(int):
    def __repr__(self): return f'I({int.__repr__(self)})'
o = I(0)
for f in operator.index, math.floor, math.ceil, math.trunc, round, abs, operator.pos, int, lambda x: round(x, 0), lambda x: round(x, 2), lambda x: round(x,-1), lambda x: x.__index__(), lambda x: x.__int__(), lambda x: x.__round__(), lambda x: x.__trunc__(), lambda x: x.conjugate(), lambda x: x.real, lambda x: x.numerator, lambda x: divmod(x, 2), lambda x: x ** 1, lambda x: x | 0, lambda x: x + 0, lambda x: sum([x]), lambda x: sum([x, x]), lambda x: max(x, x), lambda x: copy.copy(x), lambda x: x.__pos__(), lambda x: x & x, lambda x: x << 0, lambda x: -x, lambda x: ~x, lambda x: pow(x, 2, 3), lambda x: x // 1, lambda x: x % 5, lambda x: range(x), lambda x: slice(x).indices(3), lambda x: math.gcd(x), lambda x: math.lcm(x), lambda x:math.prod([x]), lambda x: math.isqrt(x), lambda x: x.as_integer_ratio(), lambda x: x.__getnewargs__(), lambda x: bytes(x), lambda x: [x][x], lambda x: x * 1, lambda x: x.__divmod__(3), lambda x: int.from_bytes(b'', 'big'), lambda x: I.from_bytes(b'a','big'), lambda x: x.to_bytes(1,'big'):
    try: print(f(o), end=' ')
    except Exception as e: print(type(e).__name__, e)
print()
class F(float):
    def __repr__(self): return f'F({float.__repr__(self)})'
o = F(1.0)
for f in math.floor, round, abs, operator.pos, float, lambda x: round(x, 0), lambda x: x.__float__(), lambda x: x.conjugate(), lambda x: x.real, lambda x: sum([x]), lambda x: sum([x,x]), lambda x: x ** 1, lambda x: x + 0, lambda x: -x, lambda x: divmod(x,1), lambda x: copy.copy(x), lambda x: math.fabs(x), lambda x: F.fromhex('1.8'), lambda x: x.__getnewargs__(), lambda x: max(x, 0.5), lambda x: x * 1, lambda x: x.__trunc__():
    try: print(f(o), end=' ')
    except Exception as e: print(type(e).__name__, e)
print()
class S(str):
    def __repr__(self): return f'S({str.__repr__(self)})'
o = S('ab')
for f in str, lambda x: x[:], lambda x: x + '', lambda x: x * 1, lambda x: x.strip(), lambda x: x.replace('z','y'), lambda x: x.lower(), lambda x: x.ljust(1), lambda x: x.split('z'), lambda x: x.partition('z'), lambda x: ''.join([x]), lambda x: '%s' % x, lambda x: f'{x}', lambda x: format(x), lambda x: x.format(), lambda x: x.expandtabs(), lambda x: x.zfill(0), lambda x: x.translate({}), lambda x: x.removeprefix('z'), lambda x: x.removesuffix('z'), lambda x: x.casefold(), lambda x: x.title(), lambda x: x.splitlines(), lambda x: copy.copy(x), lambda x: x.__str__(), lambda x: x.__getnewargs__(), lambda x: max(x, 'a'), lambda x: x % (), lambda x: x.center(1), lambda x: x.rsplit('z'), lambda x: x.rpartition('z'), lambda x: x.encode(), lambda x: ascii(x), lambda x: x.swapcase(), lambda x: x.lstrip('z'), lambda x: str(x), lambda x: ''.join((x, '')), lambda x: x.join(['c']), lambda x: x.format_map({}), lambda x: x[0], lambda x: x[0:5], lambda x: x.rjust(0, '*'):
    try: print(f(o), type(f(o)).__name__, end=' ')
    except Exception as e: print(type(e).__name__, e)
print()
class T(tuple): pass
class L(list): pass
class B(bytes): pass
class D(dict): pass
class St(set): pass
for o, fs in ((T((1,2)), (lambda x: x[:], lambda x: x + (), lambda x: x * 1, tuple, lambda x: x.__getnewargs__(), copy.copy)), (L([1]), (lambda x: x[:], lambda x: x + [], lambda x: x * 1, lambda x: x.copy(), copy.copy, list, sorted)), (B(b'ab'), (lambda x: x[:], lambda x: x + b'', lambda x: x * 1, lambda x: x.strip(), lambda x: x.replace(b'z', b''), bytes, lambda x: b''.join([x]), copy.copy, lambda x: x.ljust(0), lambda x: x.removeprefix(b'z'), lambda x: x.split(b'z'), lambda x: x.partition(b'z'), lambda x: x.translate(None), lambda x: x.expandtabs(), lambda x: x.lower(), lambda x: x.zfill(0))), (D(a=1), (lambda x: x.copy(), copy.copy, lambda x: x | {}, lambda x: {} | x, D.fromkeys)), (St([1]), (lambda x: x.copy(), copy.copy, lambda x: x | set(), lambda x: set() | x, lambda x: x - set(), lambda x: x.union(), lambda x: x.difference(), lambda x: x & x, lambda x: x ^ set(), lambda x: x.intersection()))):
    for f in fs:
        try: print(type(f(o)).__name__, f(o) is o, end=' ')
        except Exception as e: print(type(e).__name__, e)
    print()
class BL(list):
    def __len__(self): return -1
for f in bytes, bytearray, list, tuple, set, sorted, lambda x: [*x], lambda x: ''.join(x), lambda x: b''.join(x), lambda x: max(x, default=1), lambda x: dict(x), lambda x: list(enumerate(x)), lambda x: frozenset(x), lambda x: [].extend(x), lambda x: bytearray().extend(x), bool, lambda x: list(zip(x)), lambda x: any(x), lambda x: x == [], lambda x: x + [], lambda x: (lambda *a: a)(*x), lambda x: list(map(str,x)):
    try: print(f(BL()))
    except Exception as e: print(type(e).__name__, e)
class P:
    v = property(lambda self: 'prop', lambda self, x: print('prop set', x))
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f'P({self.v})'
for f in copy.copy, copy.deepcopy, lambda x: type(x)(5), lambda x: vars(x), lambda x: x.__reduce_ex__(2)[1]:
    try: print(f(P(1)))
    except Exception as e: print(type(e).__name__, e)
