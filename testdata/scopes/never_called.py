# What is known of a function that was never called: its code object, and every error in its body.
import inspect


def outer(a, b=1, /, c=2, *rest, d, **more):
    """Never called."""
    local = a + b

    def inner():
        nonlocal local
        local += c
        return local
    for i in rest:
        print(i, d)
    return inner, more


class Box:
    def method(self, x):
        __hidden = x
        return super().__init__() or __hidden


async def coro(x):
    async with x as y:
        async for z in y:
            return z


async def agen(n):
    yield n


def gen(n):
    w = yield n
    return w


for f in outer, Box.method, coro, agen, gen:
    c = f.__code__
    print(c.co_name, c.co_qualname, c.co_varnames, c.co_cellvars, c.co_freevars, c.co_nlocals)
    print(" ", c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_flags & 0x2ac, c.co_firstlineno, f.__doc__)
    print(" ", inspect.signature(f), inspect.getsource(f).count("\n"))

for body in [
    "return = 1", "x = ", "break", "nonlocal q", "yield (", "def g(a, a): pass", "await x", "x: int = 1\n    global x",
    "f(**k, *a)", "'%s' = 1", "for x in y: continue\n    continue", "lambda: (yield)\n    x y", "return\n   x = 1",
]:
    source = "def never():\n    " + body + "\n"
    try:
        compile(source, "never.py", "exec")
        print("fine:", body)
    except SyntaxError as e:
        print(type(e).__name__, e)
