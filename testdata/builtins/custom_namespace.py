import types
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
code = compile("superglobal", "test", "eval")
for b in (types.MappingProxyType({'superglobal': 1}), types.MappingProxyType({}), {}, {'superglobal': 2}, 123, None, [1]):
    t(eval, code, {'__builtins__': b})
class Odd:
    def __getitem__(self, k): print('get', k); return k.upper() if k != 'gone' else {}[k]
t(eval, 'abc', {'__builtins__': Odd()})
t(eval, 'gone', {'__builtins__': Odd()})
t(exec, 'import foo.bar', {'__builtins__': types.MappingProxyType({})})
ns = {'__builtins__': types.MappingProxyType({'__import__': lambda *a: (a[0], a[1] is a[2], a[3:])})}
exec('import foo.bar', ns)
print(ns['foo'])
t(exec, 'class A: pass', {'__builtins__': {}})
ns = {'__builtins__': {'__build_class__': lambda f, *a, **k: (f.__name__, a, k)}, '__name__': 'q'}
exec('class A(1, 2, m=3): pass', ns)
print(ns['A'])
x = iter([1, 2])
t(eval, 'x.__reduce__()', {'__builtins__': types.MappingProxyType({}), 'x': x})
t(eval, 'x.__reduce__()', {'__builtins__': types.MappingProxyType({'iter': 5}), 'x': x})
class Ro(dict):
    def __setitem__(self, k, v): raise ValueError('read-only ' + k)
    def __delitem__(self, k): raise ValueError('no del ' + k)
t(exec, 'x = 1', Ro())
t(exec, 'global x\nx = 1', Ro())
t(exec, 'del x', Ro(x=1))
t(exec, 'global x\ndel x', Ro(x=1))
t(exec, 'def f(): pass', Ro())
t(exec, '__builtins__["a"] = 2', {'__builtins__': Ro()})
class Miss(dict):
    def __missing__(self, k): print('missing', k); return k * 2
t(eval, 'abc + d', {'__builtins__': Miss()})
t(eval, 'abc + d', Miss())
class Err(dict):
    def __getitem__(self, k): raise OSError(k)
t(exec, 'abc', Err(abc=1))
t(exec, 'abc', {'__builtins__': Err(abc=1)})
def func(s): return len(s)
g = {}
f2 = types.FunctionType(func.__code__, g)
import builtins
print(f2.__builtins__ is builtins.__dict__, f2('abc'), g)
safe = {'None': None}
ns = {'type': type, '__builtins__': safe}
exec('def f3(): pass\nf4 = type(f3)(f3.__code__, {})', ns)
print(ns['f3'].__builtins__ is safe, ns['f4'].__builtins__ is safe)
g = {}
exec('1', g)
print(type(g['__builtins__']).__name__)
mp = types.MappingProxyType({'len': lambda x: 'mine'})
ns = {'__builtins__': mp}
exec('def f(x): return len(x)\nasync def c(): return len(1)\ng = (len(i) for i in (1,))\nk = [len(i) for i in (1,)]\nl = lambda: len(2)', ns)
print(ns['f'](1), ns['f'].__builtins__ is mp, list(ns['g']), ns['k'], ns['l']())
ns['f'].__globals__['__builtins__'] = {}
print(ns['f'](1))
exec('import sys\nfr = sys._getframe()\n', ns2 := {'__builtins__': types.MappingProxyType(vars(builtins))})
print(type(ns2['fr'].f_builtins).__name__)
t(lambda: ns['f'].__builtins__.update)
try: ns['f'].__builtins__ = 3
except AttributeError as e: print(e)
