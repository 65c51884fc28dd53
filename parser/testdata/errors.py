# Records what CPython says of wrong programs: those below, and mutations of right ones.
#
#     python3.13 errors.py > errors.jsonl
import ast, io, json, random, tokenize, warnings

WRONG = '''
return 1
yield 1
await x
x = yield from y
class C: return
class C: yield
def f(): await x
def f(): async for x in y: pass
def f(): async with x: pass
async def f(): yield from x
async def f(): yield; return 1
[x async for x in y]
def f(): return [await x for x in y]
def f(): (await x for x in y)
async def f(): lambda: await x
break
continue
def f(): break
for x in y: pass\nelse: break
while 1:\n def f(): continue
class C:\n  continue
try: pass\nexcept* E: return
while 1:\n try: pass\n except* E: continue
def f():\n try: pass\n except* E: return 1
def f(a, a): pass
def f(a, *, a): pass
lambda a, *a: 1
def f(a, b=1, c): pass
def f(*): pass
def f(*, **k): pass
def f(**k, a): pass
def f(*a, *b): pass
def f(/, a): pass
def f(a, /, b, /): pass
def f(*a, /): pass
def f(a=): pass
def f(*a=1): pass
def f(**a=1): pass
def f((a, b)): pass
lambda (a): 1
lambda a, b=1, c: 1
lambda *: 1
1 = x
f() = 1
a + b = 1
None = 1
True = 1
x = 1 = y
(a, 1) = x
[a, f()] = x
a = b + 1 = c
'a' = 1
f"{x}" = 1
... = 1
{a: 1} = x
{a} = x
[x for x in y] = 1
(x for x in y) = 1
lambda: x = 1
a if b else c = 1
not a = 1
-a = 1
a < b = 1
(yield) = 1
x = yield = 1
f() += 1
(a, b) += 1
[a] += 1
1 += 1
x: int: str
(a, b): int
[a]: int
f(): int
1: int
a, b: int
*a: int
del f()
del 1
del a + b
del *a
del (a, *b)
del (yield)
for 1 in x: pass
for f() in x: pass
for x, 1 in y: pass
for x y in z: pass
[x for 1 in y]
[x for x y in z]
[x for x in]
with x as 1: pass
with x as f(): pass
with (x as 1): pass
with x as (a, 1): pass
import a.b as c.d
import
import a from b
import a,
from a import
from a import b,
from a import (b
from a import *, b
from . import *
def f(): from a import *
class C: from a import *
from __future__ import braces
from __future__ import nonsense
x = 1\nfrom __future__ import division
global x\nx = 1
x = 1\nglobal x
def f():\n x = 1\n global x
def f():\n print(x)\n global x
def f(x):\n global x
def f(x):\n nonlocal x
nonlocal x
def f():\n nonlocal x
def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x
def f():\n x = 1\n def g():\n  print(x)\n  nonlocal x
def f():\n x: int\n global x
def f():\n global x\n x: int
def f():\n nonlocal x\n global x
class C:\n nonlocal x
def f():\n global x, y\n def g():\n  nonlocal x
f(a=1, a=2)
f(a=1, b)
f(**a, b)
f(**a, *b)
f(a for a in b, c)
f(c, a for a in b)
class C(a for a in b): pass
f(1=2)
f(a.b=2)
f(True=1)
f(a, b=)
f(a b)
f(a, b c)
f(*)
f(**)
f(*a=1)
f(**a=1)
f(x=1 for x in y)
(a b)
[a b]
{a b}
{a: b c: d}
{a: b, c}
{a:}
{a: *b}
{a: b, c: *d}
{**a for a in b}
{*a: b}
[*a for a in b]
(*a for a in b)
[a, b for a in c]
[a, for a in c]
(*a)
(**a)
*a
x = *a
return *a
print(*a for a in b)
a = *b, *c = d
*a, *b = c
[*a, *b] = c
if x = 1: pass
if x.y = 1: pass
while x = 1: pass
if x
if x pass
if x:
if x:\npass
if x: pass\nelse
if x: pass\nelse:\nx
if x: pass\nelif\n
while x
while x:\ny
for x in y
for x in y:\nz
for x: pass
def f
def f(
def f()
def f():\nx
def f() -> : pass
def (): pass
class
class C
class C:\nx
class C(: pass
with x
with x:\ny
with (x, y)
with x as y\n
try:\nx
try: x
try: x\nelse: y
try: x\nexcept
try: x\nexcept A, B: y
try: x\nexcept A as b.c: y
try: x\nexcept* : y
try: x\nexcept A: y\nexcept* B: z
try: x\nexcept* A: y\nexcept B: z
try: x\nexcept: y\nexcept A: z
try: x\nfinally
try: x\nfinally:\ny
async x
async def
async with x
async for x in y
match x:\ny
match x:\n case 1\n
match x:\n case 1:\n y
match x:\n case a: pass\n case b: pass
match x:\n case _: pass\n case 1: pass
match x:\n case a | b: pass
match x:\n case (a, 1) | (b, 1): pass
match x:\n case (a, a): pass
match x:\n case {1: a, 1: b}: pass
match x:\n case {1: a, 1.0: b}: pass
match x:\n case {**a, 1: b}: pass
match x:\n case {a: b}: pass
match x:\n case [*a, *b]: pass
match x:\n case A(x=1, x=2): pass
match x:\n case A(x=1, 2): pass
match x:\n case 1 + 1: pass
match x:\n case 1j + 1j: pass
match x:\n case -a: pass
match x:\n case f"{x}": pass
match x:\n case a as _: pass
match x:\n case a as b.c: pass
match x:\n case a as f(): pass
match x:\n case *a: pass
match x:\n case 1 as b if: pass
[x := 1 for x in y]
[y := 1 for x in y for y in z]
[x for x in (y := 1)]
class C: [x := 1 for y in z]
[[x := 1 for y in z] for x in w]
[x for x in y if (z := x) for z in w]
(a.b := 1)
(a[0] := 1)
((a, b) := 1)
x := 1
f(a := 1, b := )
lambda: (yield)
[(yield) for x in y]
{(yield) for x in y}
{(yield): 1 for x in y}
((yield) for x in y)
def f[]: pass
def f[T, T]: pass
def f[T, T](): pass
class C[T=int, U]: pass
type X = (yield)
type X = (y := 1)
type X[T: (yield)] = 1
type X[T: (x := 1)] = 1
type X[*T: int] = 1
type X[**P: int] = 1
class C[T](x := 1): pass
class C[T]((yield)): pass
def f[T](x: (yield)): pass
def f():\n class C[T]:\n  nonlocal T
__debug__ = 1
del __debug__
def __debug__(): pass
def f(__debug__): pass
f(__debug__=1)
import __debug__
x.__debug__ = 1
for __debug__ in x: pass
print 'x'
print x, y
exec 'x'
print
a <> b
a =! b
a ! b
a $ b
a ? b
`a`
a b
1 2
'a' b
a 'b'
x = = 1
x == = 1
a +
a + * b
+ not a
a - not b
not
a not b
a is not
a not in
a if b
a if b else
a if
(a if b)
lambda
lambda x
lambda x: 
a.
a.1
a[
a[]
a[1:2:3:4]
a[b c]
a(
a()b
(
)
[
]
{
}
(]
[)
{)
(a\n]
f(a,\nb]
"abc
'abc
"abc\\
"abc\\"
\'\'\'abc
"""abc
f'{a
f'{a b}'
f'{a'
f'{}'
f'{ }'
f'{!r}'
f'{=}'
f'{:x}'
f'{a!}'
f'{a!x}'
f'{a! r}'
f'{a!r b}'
f'{a:{b'
f'{a:{b}'
f'{a:{b:{c:{d}}}}'
f'}'
f'{a}}'
f'{{a}'
f'{a)}'
f'{(a}'
f'{lambda x: 1}'
f'{*a}'
f'{yield}'
f'{a := 1}'
f'{a $ b}'
f'{a\\b}'
f'abc
f"""abc
f'\\N{x}'
'\\N{no such name}'
'\\x1'
'\\u123'
'\\U00110000'
b'\\x1'
b'é'
b'a' 'b'
'a' b'b'
f'a' b'b'
0777
00012
08
0x
0xg
0b2
0o8
0b12
1_
1__0
1e
1e+
1.e
1_000_
1abc
1.5x
0_
0_7
1jx
0x1_
é€
a€b
a\u00a0b
\u200b
“a”
 x
x\n  y
if x:\n    y\n  z
if x:\n\ty\n        z
if x:\n        y\n\tz
  if x: pass
def f():\n    x\n  y
x \\ y
x \\
\\
;
x;;y
: 
,
@
@x
@x\ny
@x\n\ndef
else: pass
elif x: pass
except: pass
finally: pass
case x: pass
pass x
pass; ; pass
break x
assert
assert x,
assert x, y, z
raise
raise x from
raise x, y
raise from x
global
global x.y
nonlocal
del
del x y
import a as
from
from x
from x import y as
from .x. import y
class C(x=1, x=2): pass
class C(*a, b=1, c): pass
def f(x:): pass
def f(x y): pass
def f(x,, y): pass
def f(x, y: pass
def f(*, a=1, **): pass
def f(a, *, b, *, c): pass
def f(*args: *a): pass
def f(x: *a): pass
x: *a
x[*a: 1]
x = (yield y z)
async def f(): await
async def f(): await await x
async def f(): x await y
None.x = 1
None += 1
(None) = 1
for None in x: pass
with x as None: pass
import None
def None(): pass
def f(None): pass
f(None=1)
lambda None: 1
x.None
x.None = 1
class None: pass
'''

RIGHT = [
    "def f(a, /, b: int = 1, *args, c, d=2, **kw) -> int:\n    return a + b * c\n",
    "async def main():\n    async with a as b, c:\n        async for x in y:\n            await z(x)\n    return [await q async for q in r]\n",
    "class C[T](Base, metaclass=M):\n    x: int = 1\n    def m(self): return super().m()\n",
    "match p:\n    case [1, *rest] | (2, rest) if rest:\n        pass\n    case {'k': v, **kw}:\n        pass\n    case C(a, b=2) as c:\n        pass\n    case _:\n        pass\n",
    "try:\n    f(1, *a, k=2, **b)\nexcept (A, B) as e:\n    raise X from e\nelse:\n    g()\nfinally:\n    h()\n",
    "with open(a) as f, (b): print(f'{x!r:>{w}} {y=} {{}}', file=sys.stderr)\n",
    "x = {'a': 1, **b, 'c': [1, 2, (3,)]}\ny = {i: j for i, j in z if i}\n",
    "for i, (a, *b) in enumerate(x[1:2, ...]):\n    if a < b <= c and not d or e is not f: continue\n    else: break\n",
    "global g\nimport a.b as c, d\nfrom .e import (f, g as h)\ndel x[0], y.z\nassert a, 'b'\n",
    "@d\n@e(1)\ndef f():\n    x = yield 1\n    y = yield from z\n    nonlocal_ = lambda *a, **k: a if k else 0x1F\n",
    "type A[T: int, *Ts, **P] = dict[T, tuple[*Ts]]\nwhile (n := f()) > 1: n //= 2\n",
    "def g():\n    def h():\n        nonlocal v\n        v += 1\n    v = 0\n    return h\n",
]

TOKENS = "( ) [ ] { } : , ; + * ** / @ = == := != . ... -> if else for in def class return yield await async lambda not None x 1 'a' f'{a}' with as try except from import del pass match case ! $".split() + ['\n', '    ']

def mutations(rnd, count):
    for _ in range(count):
        src = rnd.choice(RIGHT)
        toks = [t for t in tokenize.generate_tokens(io.StringIO(src).readline) if t.string.strip()]
        starts = [0]
        for line in src.splitlines(True):
            starts.append(starts[-1] + len(line))
        t = rnd.choice(toks)
        a, b = (starts[p[0] - 1] + p[1] for p in (t.start, t.end))
        yield rnd.choice([src[:a] + src[b:], src[:a] + rnd.choice(TOKENS) + src[b:], src[:a] + rnd.choice(TOKENS) + ' ' + src[a:], src[:b]])

def record(src, mode):
    stage, error = '', None
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            ast.parse(src, mode=mode)
        except SyntaxError:
            stage = 'parse'
        seen.clear()
        try:
            compile(src, '<test>', mode)
        except SyntaxError as e:
            error = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
            stage = stage or 'compile'
    warned = [[w.category.__name__, str(w.message), w.lineno] for w in seen]
    print(json.dumps({'src': src, 'mode': mode, 'err': error, 'stage': stage, 'warn': warned}))

for src in WRONG.strip('\n').split('\n'):
    src = src.encode('raw_unicode_escape').decode('unicode_escape') if '\\n' in src or '\\t' in src else src
    for mode in 'exec', 'single', 'eval':
        if mode == 'exec' or len(src) % 5 == 0:
            record(src, mode)
for src in mutations(random.Random(1), 900):
    record(src, 'exec')
for src in ["'a'()", "1()", "x is 1", "x is not 'a'", "() is ()", "x is -1", "assert (a, 'b')", "[1]['a']", "'a'[1.0]", "(1)[0]", "{1}[0]", "'\\d'",
            "b'\\d'", "'\\400'", "1if 2else 3", "0x1for x in y", "f'\\d{a}\\w'", "f'\\{a}'", "(a for a in b)()", "f'{a}'()", "{}()", "[] [1, 2]", "lambda: 1 [0]", "1 is 1 is x"]:
    record(src, 'exec')
