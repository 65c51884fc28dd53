from __future__ import annotations
print(eval("# coding: latin-1\n'é'"))
exec("# -*- coding: latin-1 -*-\nx = 'é'"); print(x)
try: eval('\ud800')
except UnicodeEncodeError as e: print(e)
exec("def f(a: undefined_name): pass\nprint(f.__annotations__)")
c = compile("def f(a: int): pass", "x", "exec", dont_inherit=True); exec(c); print(f.__annotations__)
def g(x: list [ int ], y:'str'=  3, *z : (1,2)) -> { 'a' :1 }: pass
print(g.__annotations__)
class C:
    a: lambda x , y = 1 , / , z=2, *b, c , d = 3 , ** e :x+1
    b: "quoted"
    c: [i for i in  range( 3 ) if i if not j for k in (a if b else c)]
    d: x if y else   not z
    e: f"{a!r:>{w}} {{}} { {1: 2} } 'q'"
    f: -1 ** 2 + (-1) ** - 2 ** 3
    g: (x)
    h: a . b [ c:d , ::e, ...]
    i: f(*a, **k, z = 1)
    j: 1_000 + 0xff + 1e3 + 1j + 1e999
    k: 'it' "'s"
    l: {**a, 'b': 2, **(c or d)}
    m: (a,)
    n: await_ or b and (c or d) and not e
    o: a < b <= c is not (d in e)
    q: (a+b)*c - (d-(e-f))
    r: sum(x for x in y)
    s: f((x for x in y), 1)
    t: {x for x in y} | {k : v for k , v in z}
    u: 1 .real + (1.5).imag
    v: u'x' + b'\x00y'
    w: ~ (not x)
    x: (lambda: 0)()
    y: (a if b else c)[()]
    z: [*a, * b | c, ()]
    aa: "x".y[lambda: 1]
    bb: (a @ b << 2) >> c & d ^ e | f
    cc: a[1, ]
    dd: None if True else False
for k, v in C.__annotations__.items(): print(k, v)
