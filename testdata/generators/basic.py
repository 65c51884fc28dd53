def count(n):
    print("start")
    while n:
        yield n
        n -= 1
    print("end")
    return "ret"
g = count(2)
print(type(g).__name__, g.__name__, next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
try:
    next(g)
except StopIteration as e:
    print("again", e.value)
print(next(g, "default"))
def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as e:
            got = f"caught {e}"
g = echo()
print(next(g), g.send("a"), g.throw(ValueError("x")), g.send(5))
g.close()
print(list(g))
def fin():
    try:
        yield 1
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")
g = fin(); next(g); g.close(); g.close()
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")
            yield 2
            return
g = stubborn(); next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
def ret_on_close():
    try:
        yield
    except GeneratorExit:
        return "closed value"
g = ret_on_close(); next(g); print(g.close())
print(echo().close())
for e in ("echo().send(1)", "count(1).throw(KeyError('k'))", "count(1).throw(5)", "count(1).throw(ValueError, 'msg')", "count().foo", "next(count(0), 'd')", "count(1).throw(ValueError, ValueError('inst'))", "count(1).send()", "count(1).throw()"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

