from __future__ import annotations
print(eval("# coding: latin-1\n'é'"))
exec("# -*- coding: latin-1 -*-\nx = 'é'"); print(x)
try: eval('\ud800')
except UnicodeEncodeError as e: print(e)
exec("def f(a: undefined_name): pass\nprint(f.__annotations__)")
c = compile("def f(a: int): pass", "x", "exec", dont_inherit=True); exec(c); print(f.__annotations__)
def g(x: list [ int ], y:'str'=  3, *z : (1,2)) -> { 'a' :1 }: pass
print(g.__annotations__)
