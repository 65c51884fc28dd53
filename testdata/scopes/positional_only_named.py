# Positional-only parameters passed by name are all listed, in the order of the definition.
def call(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except TypeError as e:
        print(e)


def f(a, b, /, c, *, d=0): return a, b, c, d
def g(a, b=1, /): return a, b
def h(a, /, **k): return a, k


call(f, a=1, b=2, c=3)
call(f, c=3, b=2, a=1)
call(f, 1, b=2, c=3)
call(f, 1, 2, 3, zz=1, a=5)
call(f, 1, 2, 3, dd=1)
call(f, 1, 2, c=3, d=4)
call(g, a=1, b=2)
call(g, b=2)
call(g, 1, b=2)
call(h, 1, a=2)
call(h, a=2)
