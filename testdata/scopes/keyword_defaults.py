# __kwdefaults__ is the dict that calls look into; __code__ and __defaults__ can be replaced.
def f(*a, k=None, **kw): return a, k, kw
f.__kwdefaults__['k'] = 5
print(f(), f.__kwdefaults__)
f.__kwdefaults__.update(z=1)
print(f(), f.__kwdefaults__)
class C:
    def m(self):
        def func(*args, __wrapper=None, **kw): return __wrapper
        func.__kwdefaults__.update({})
        func.__kwdefaults__['_C__wrapper'] = 'x'
        print(func.__kwdefaults__, func())
        func.__kwdefaults__['__wrapper'] = 'y'
        print(func.__kwdefaults__, func())
        return func
C().m()
def g(a, b=1): return a, b
def h(x, y, z=3): return x, y, z
g.__code__ = h.__code__
try: print(g(1), g(1, 2))
except TypeError as e: print(e)
print(g(1, 2, 3) if True else 0)
g.__defaults__ = (7, 8); print(g(1))
def outer():
    v = 1
    def inner(): return v
    return inner
try: g.__code__ = outer().__code__
except ValueError as e: print(e)
try: g.__code__ = 5
except TypeError as e: print(e)
del g.__defaults__, f.__kwdefaults__
print(g.__defaults__, f.__kwdefaults__, f(k=1))
f.__kwdefaults__ = {'k': 9}; d = f.__kwdefaults__; d['k'] = 10; print(f()); print(f.__kwdefaults__ is d)
