def g():
    log = []
    while True:
        try:
            x = yield list(log)
            log.append(x)
        except ValueError as e:
            log.append(f"V:{e}")
        except GeneratorExit:
            log.append("exit")
            print("closing", log)
            raise
it = g()
print(next(it), it.send(1), it.throw(ValueError("a")), it.send(None), it.throw(ValueError), it.throw(ValueError()))
try:
    it.throw(KeyError("unhandled"))
except KeyError as e:
    print("propagated", e)
print(next(it, "finished"))
it = g(); next(it); it.close()
def outer():
    yield "before"
    r = yield from g2()
    print("r", r)
    yield "after"
def g2():
    try:
        while True:
            x = yield
            print("g2 got", x)
            if x == "stop": return "g2 result"
    except LookupError as e:
        yield f"lookup {e!r}"
        return "after lookup"
o = outer()
print(next(o), next(o), o.send("hi"), o.throw(KeyError("k")), next(o))
o = outer(); next(o); next(o)
print(o.send("stop"))
def multi():
    try:
        yield 1
    finally:
        yield "from finally"
m = multi()
print(next(m), m.throw(ValueError("v")))
try:
    next(m)
except ValueError as e:
    print("reraised after finally", e)
m = multi(); next(m)
try:
    m.close()
except RuntimeError as e:
    print(e)
def ret(): 
    return 5
    yield
try:
    next(ret())
except StopIteration as e:
    print(e.value, e)
def exc():
    try:
        yield 1
    except Exception as e:
        raise RuntimeError("converted") from e
x = exc(); next(x)
try:
    x.throw(OSError("os"))
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))
def si():
    yield next(iter([]))
try:
    next(si())
except RuntimeError as e:
    print(e)
print([v for v in (lambda: (yield from [1, 2]))()])

