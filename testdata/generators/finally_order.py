log = []
def g():
    log.append("enter")
    try:
        for i in range(3):
            try:
                log.append(f"yield {i}")
                yield i
            finally:
                log.append(f"inner finally {i}")
        else:
            log.append("else")
    except BaseException as e:
        log.append(f"except {type(e).__name__}")
        raise
    finally:
        log.append("outer finally")
for x in g():
    if x == 1: break
it = g()
next(it); next(it); it.close()
print(log[-4:])
log.clear()
list(g())
print(log)
log.clear()
it = g(); next(it)
try:
    it.throw(KeyError, "boo")
except KeyError as e:
    print(repr(e), log)
def swallow():
    try:
        yield 1
    except ValueError:
        pass
s = swallow(); next(s)
try:
    s.throw(ValueError)
except StopIteration as e:
    print("stop after swallow", e.value)
def ret_fin():
    try:
        yield 1
        return "from try"
    finally:
        print("cleanup")
def wrap():
    r = yield from ret_fin()
    print("got", r)
list(wrap())
def override():
    try:
        yield 1
        return 1
    finally:
        yield 2
print(list(override()))
def with_cm():
    class CM:
        def __enter__(self): print("cm in"); return self
        def __exit__(self, t, v, tb): print("cm out", t and t.__name__); return t is LookupError
    with CM():
        yield "a"
        yield "b"
    yield "after"
w = with_cm()
print(next(w), w.throw(LookupError), list(w))
w = with_cm(); next(w); w.close()
def exc_in_gen():
    try:
        raise ValueError("held")
    except ValueError as e:
        yield str(e)
        import sys
        yield repr(sys.exc_info()[1])
x = exc_in_gen()
print(next(x))
try:
    raise KeyError("outer")
except KeyError:
    print(next(x))
