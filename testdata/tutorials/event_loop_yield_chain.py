def inner():
    x = yield "inner 1"
    print("inner received", x)
    y = yield "inner 2"
    print("inner received", y)
    return "inner result"

def outer():
    result = yield from inner()
    print("outer got", result)
    yield "outer"

g = outer()
print(next(g))
print(g.send("A"))
print(g.send("B"))
print(next(g, "exhausted"))

