# ast.unparse: the text of expressions, patterns and statements.
import ast

EXPRESSIONS = r"""
(a + b) * c - d ** -e ** f, (-a) ** b, -(a ** b), not (a and b), (not a) == b, a < b < c, (a < b) < c
a or b and c or (d or e), (a or b) and c, a if b else c if d else e, (a if b else c) if d else e, (lambda: x)()
lambda a, /, b=1, *c, d, e=2, **f: (yield), lambda *, a: a, lambda: (a, b), lambda: lambda: 0
[*a, b], {*a}, {**a, 'b': c}, (), (a,), [], {}, {1: 2}, f(*a, b=1, **c), f((x for x in y)), f(x for x in y)
a[1], a[1, 2], a[1,], a[()], a[1:2, ::3], a[:], a[b:=1], a[*b], a[(yield)], a[::], a[lambda: 0:1]
3 .real, 3.0.real, 3j.real, (-3).real, True.real, 'a'.b, b'c'.d, (a + b).c, (await_ or x).y, ....x
[x for x in y if a if b], {x: y for x, y in z}, {x async for x in (a if b else c)}, [x for x in (lambda: y)]
(x := 1), [y := 2, 3], f(a=(x := 1)), {(a := 1): (b := 2)}, (x := (y := 1))
1e400, 1e400j, -1e400, 1_000, 0x10, 1.50, 1e-7, 10**100, 12345678901234567890, u'u', b'\x00\'"', None, ...
'plain', "it's", 'say "x"', 'both \' "', 'new\nline', 'tab\t', '\\', '\x00\ud800é\U0001f600', ''
f'{a}', f"{a!r:>{w}}", f'{{}}{a}', f"{'x'}", f'{a:%Y-%m}', f'{"a"}"', f'{ {1: 2}[1] }', f"{a}'", f'{a}"\''
f'{x:{y:{z}}}', f'\n{a}', f'{a=}', f"{lambda_}", f'{(lambda: 1)}', f'{a if b else c}', f'{(yield)}', f'{x!s}{y!a}', f'a' 'b' f'{c}'
"""
for line in EXPRESSIONS.strip().split('\n'):
    print(ast.unparse(ast.parse(line)))

PROGRAM = r'''#!shebang
"""Docstring with 'quotes', "quotes" and \\ backslash
over lines"""
import a, b.c as d
from . import x
from ..y import (z as w, v)
from m import *
global_ = other = 1, 2
a, (b, *c) = d
(a): int
(a.b): int = 3
a: int = (yield)
x += 1; y **= 2, 3; z @= w
del a, (b, c), d[0]
assert (a, b), "message"
raise
raise A from B
type Alias[T: int = str, *Ts, **P] = list[T]
@decorator
@other(1)
class C[T](A, *B, metaclass=M, **kw):
    """Class 'doc'"""
    x: int
    @property
    def f(self, a: int, /, b: 'B'=1, *args: *Ts, c, d: D=(1, 2), **kw: K) -> (yield):
        u"""u doc"""
        nonlocal q, r
        return a, *b
    async def g[T: (int, str)](self):
        async with a as b, c as (d, e): pass
        async for x, in y:
            await z; yield; yield 1, 2; x = yield from w
        else:
            return
        return (await x).y + await (await z), -await a, await a ** 2
class Empty: pass
for x, y in *a, b:
    continue
else:
    break
while (x := f()): pass
else: pass
if a: pass
elif b: pass
else:
    if c: pass
    else: pass
if a: pass
else:
    if b: pass
with (a as b, c): pass
with (a, b): pass
try: pass
except: pass
try: pass
except A: pass
except (B, C) as e: pass
else: pass
finally: pass
try: pass
except* A as g:
    try: pass
    finally: pass
except* B: pass
match a, b:
    case 1 | -2 | 3 + 4j | 'x' 'y' | None: pass
    case [a, *_, b] | (a, *b) if a: pass
    case {'k': v, **rest}: pass
    case {}: pass
    case {1: _, a.b: _}: pass
    case P(1, x=2) | a.Q() as z: pass
    case (1 | 2) as k, ([] as l): pass
    case [*rest]: pass
    case _: pass
def f(): 'only a "doc" \n with """triple""" quotes'
def g(): """ends with a quote" """
lambda_ = lambda x=lambda y: y, *z: x
print(*a, sep='')
(yield)
x = yield
not_ = (a, b), [c]
'''
text = ast.unparse(ast.parse(PROGRAM))
print(text)
assert ast.dump(ast.parse(text)) == ast.dump(ast.parse(PROGRAM))

# Trees that no source gives
N = ast.Name
for node in (ast.Set([]), ast.Constant((1, 'a')), ast.Constant(float('nan')), ast.Constant(complex(1, float('inf'))),
             ast.BoolOp(ast.And(), [N('a'), ast.BoolOp(ast.And(), [N('b'), N('c')])]), ast.Load(), [N('a'), N('b')],
             ast.arguments(args=[ast.arg('x')]), ast.arg('y', N('int')), ast.keyword('k', N('v')), ast.alias('p', 'q'),
             ast.comprehension(N('x'), N('y'), [], 0), ast.Starred(ast.Compare(N('a'), [ast.Lt()], [N('b')])), ast.MatchStar(),
             ast.Tuple([N('a')]), ast.Slice(), ast.Pass(), ast.ExceptHandler(body=[ast.Pass()]), ast.Await(N('x')),
             ast.FormattedValue(N('x'), 114), ast.JoinedStr([ast.Constant('\'"\n\'\'\'"""')]), ast.JoinedStr([]),
             ast.Interactive([ast.Pass(), ast.Break()]), ast.Expression(N('x')), ast.Expr(ast.Yield()), ast.Global(['a', 'b'])):
    print(repr(ast.unparse(node)))
for node in (ast.Raise(None, N('x')), ast.JoinedStr([N('x')]), ast.YieldFrom(None), ast.For(N('a'), N('b'), [])):
    try:
        print(ast.unparse(node))
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])
