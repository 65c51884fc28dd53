"""Every node of the tree at least once."""
from __future__ import annotations
import os.path as p, sys
from .. import a as b, c
from m import *
x: int = 1; (y): str; z.w[0]: "s" = yield_
a = b, *c = [1, 2.5, 3j, 0x_ff, 1_000, 1e400, True, None, ...]
a += b @ c // d ** -e % ~f << 1 >> 2 & 3 | 4 ^ 5 - +6 / 7
s = 'one' "two" r'\d' u'three', b'\x00\xff' rb'\'', 'é\N{BULLET}\ud800\n'
f'{{a}} {b!r:>{w}.{p}} {c=} {d = !s:x} {e:%H:%M}' f"{f'{g}'}" 'tail'
d = {'k': v, **m, 1: {2, *t}}; del d['k'], (a.b, [c])
lambda: 0; lambda a, /, b=1, *c, d, e=2, **f: (yield)
t[1:2, ::3, ..., *u]; t[:]; t[x := 1]
f(a, *b, k=c, **d)(x for x in y); g((yield from z))
[i async for i in j if k if l for m, n in o]; {i for i in j}; {i: j for i, j in k}
not a or b and c if d else e; a < b <= c != d is not e not in f is g in h
(a := 1), (b), ()
assert x, "why"
global g1, g2
raise E from None


@decorator
@other(1)
async def af[T: int = str, *Ts = *tuple[int], **P = [int]](a, b: int = 1, *args: *Ts, k, **kw) -> T:
    nonlocal_ = 1
    async with a as b, c: await d
    async for i in j: continue
    else: break
    return await e, *f


@decorator
class C[T](Base, metaclass=M):
    '''doc'''
    def m(self, /): pass


type Alias[T] = list[T]
if a: pass
elif b: pass
else: pass
while a: break
else: pass
for a, (b, *c) in d: continue
with (open(f) as g, h): pass
with (a): pass
try: pass
except (A, B) as e: raise
except: pass
else: pass
finally: pass
try:
    pass
except* G:
    pass
match x, *y:
    case -1 | 2+3j | 'a' 'b' | None if z: pass
    case [a, *_, (b), (c,)] | {'k': v, 1.5: w, **rest}: pass
    case P.C(a, b=Q() as q) | (): pass
    case _: pass
