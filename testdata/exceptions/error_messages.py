import warnings
warnings.simplefilter("ignore")
tests = """[][0]
{}['k']
{}[1]
()[1]
''[0]
'abc'[5]
'abc'['x']
[1,2]['a']
{}[[]]
{1}.remove(2)
[].remove(1)
[].pop()
[1].pop(5)
{}.pop('x')
{}.popitem()
set().pop()
[1].index(2)
'abc'.index('z')
(1,).index(2)
int('abc')
int('')
int('12', 40)
int('9', 8)
int(None)
int([])
int('1.5')
float('x')
float([])
complex('1+')
ord('ab')
ord('')
ord(5)
chr(-1)
chr(1114112)
chr('a')
len(5)
abs('x')
sum(['a'])
sum([[1]])
sum(5)
max([])
round('x')
pow(2, -1, 4)
pow('a', 2)
divmod(1, 'a')
hex('a')
bin(1.5)
range(1.5)
range(1, 2, 0)
range()
range(1,2,3,4)
'a'.join([1])
'a'.join(5)
'a'.split('')
'abc'.replace('a')
'x'.center()
'x'.center('y')
'a' % 1
'%d' % 'a'
'%s %s' % 1
'%q' % 1
'%' % 1
'%(a)s' % 1
'%(a)s' % {}
'{}'.format()
'{0} {}'.format(1)
'{a}'.format()
'{'.format()
'}'.format()
'{0.x}'.format(1)
'{0[a]}'.format([1])
b'a' + 'b'
b'\\xff'.decode()
'é'.encode('ascii')
'x'.encode('bogus')
bytes('a')
bytes([256])
bytes(-1)
bytes('a', 5)
bytearray([1, 'a'])
list(5)
dict(5)
dict([1])
dict([(1,2,3)])
set(5)
set([[]])
tuple(5)
frozenset(1)
isinstance(1, 1)
issubclass(1, int)
iter(5)
next([])
hash([])
hash({})
type('a', 1, 2)
object().foo
print(sep=1)
print(end=1)
print(foo=1)
input(1, 2)
open('/no/such/file')
open('x', 'q')
open('x', 'rw')
open('x', 'b')
open(5.5)
enumerate()
enumerate(5)
zip(1)
zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True))
map()
map(len)
list(map(5, [1]))
filter(None)
reversed({}.items) 
sorted(1)
getattr(1, 'x')
1 .__add__
(1).bit_length(2)
'a'.upper(1)
[].append()
[].append(1, 2)
[].extend(5)
{}.update(5)
{}.update([1])
{}.get()
[].insert(1)
[].sort(1)
'a'.startswith(5)
'a'.startswith(('a', 5))
'a'.strip(5)
'a'.find()
'a'.count(1)
'a'.zfill('x')
'a'.encode(5)
'a'.translate(5)
str(b'a', 'bogus')
str(1, 'utf-8')
int.from_bytes('a', 'big')
(300).to_bytes(1, 'big')
(-1).to_bytes(1, 'big')
(1).to_bytes(1, 'x')
float.fromhex('zz')
slice(1).indices('a')
memoryview('a')
memoryview(b'a')[5]
memoryview(b'a')[0] == 97
__import__('nope')
__import__('')
eval('1+')
compile('x', 'f', 'q')
vars(1)
dir(1, 2)
id()
callable()
format(1, 2)
format('a', 'd')
format(1.5, 'd')
format(1, 's')
format([], 'x')
f'{1:zz}'
staticmethod()
super(1)
property(1,2,3,4,5)
Exception(x=1)
lambda: undefined_thing
(lambda: undefined_thing)()
1()
'a'()
None()
[1]()
(1, 2)(3)
None.foo
None[0]
None + 1
None < 1
not_defined
-None
~'a'
[*5]
{**5}
print(*5)
print(**5)
3 in 5
'a' in 5
5 in 'a'
1 < 'a'
[] < {}
[] + 'a'
'a' + 5
5 + 'a'
[1] * 'a'
{} + {}
1 << -1
2 ** -1
0 ** -1
1 % 0
1.0 // 0
10 ** 1000 / 3.0
int('1' * 5000)
float('inf') // 1
int(float('inf'))
int(float('nan'))
round(float('inf'))
1e400
1e308 * 10
2.0 ** 5000
(-1) ** 0.5
-1 ** 0.5
0.0 ** -1
"""
for t in tests.splitlines():
    try:
        r = eval(t)
        print(t, "=", r if not callable(r) and "object at" not in repr(r) else type(r).__name__)
    except BaseException as e:
        print(t, "->", type(e).__name__ + ":", e)

