import types, inspect
async def co(x):
    print("running", x)
    return x + 1
c = co(1)
print(type(c).__name__, c.__name__, c.__qualname__, inspect.iscoroutine(c), inspect.iscoroutinefunction(co), c.cr_running, c.cr_await, c.cr_frame is not None, c.cr_code.co_name, c.cr_suspended)
try:
    c.send(None)
except StopIteration as e:
    print("result", e.value)
print(c.cr_frame, inspect.getcoroutinestate(c))
try:
    c.send(None)
except RuntimeError as e:
    print(e)
@types.coroutine
def suspend(v):
    got = yield v
    return ("resumed", got)
async def outer():
    a = await suspend("first")
    print(a)
    try:
        b = await suspend("second")
    except ValueError as e:
        print("caught", e)
        b = "recovered"
    finally:
        print("finally")
    return b
c = outer()
print(c.send(None), inspect.getcoroutinestate(c), c.cr_await.__name__)
print(c.send("value"))
try:
    c.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)
c = outer()
try:
    c.send("non-None")
except TypeError as e:
    print(e)
c.close()
c = outer(); c.send(None); c.close()
print(inspect.getcoroutinestate(c))
c = outer()
try:
    c.throw(KeyError("before start"))
except KeyError as e:
    print(repr(e))
for bad in ("iter(c)", "next(c)", "list(c)", "[*c]", "len(c)"):
    try:
        eval(bad)
    except TypeError as e:
        print(bad, e)
def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
async def nested(n): return n if n == 0 else 1 + await nested(n - 1)
print(run(nested(100)))
print(repr(co)[:17], repr(c)[:23])
w = c.__await__()
print(type(w).__name__, iter(w) is w, hasattr(w, "send"))

