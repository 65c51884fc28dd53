def counter(start):
    def step(n=1):
        nonlocal start
        start += n
        return start
    step.reset = lambda: step(-start)
    return step
c1, c2 = counter(0), counter(10)
print(c1(), c1(5), c2(), c1.reset(), c1())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def late():
    def get(): return val
    val = 1
    a = get()
    val = 2
    return a, get()
print(late())
def cells():
    x = 1
    def a(): return x
    def b():
        nonlocal x
        x += 1
    return a, b
a, b = cells()
b(); b()
print(a(), a.__closure__[0].cell_contents, a.__code__.co_freevars, cells.__code__.co_cellvars)
def unbound():
    def inner(): return later
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return inner()
print(unbound())
def f():
    print(y)
    y = 1
try:
    f()
except UnboundLocalError as e:
    print(e)
def adder(n): return lambda x: (lambda y: x + y + n)
print(adder(1)(2)(3))
def recursive():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    return fact
print(recursive()(20))
x = "module"
def shadow():
    def inner(x): return x
    return inner("param"), x
print(shadow())
def loop_closure():
    out = []
    for n in range(2):
        def g(): return n
        out.append(g)
    del n
    try:
        out[0]()
    except NameError as e:
        return str(e)
print(loop_closure())

