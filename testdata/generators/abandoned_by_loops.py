def g(n):
    try:
        for i in range(n): yield i
    finally:
        print("closed", n)
def f():
    for x in g(3):
        if x == 1: return x
print(f())
def h():
    for x in g(4):
        yield x
it = h(); print(next(it)); it.close(); print("h closed")
try:
    for x in g(5): raise KeyError(x)
except KeyError as e: print(repr(e))
kept = g(6)
for x in kept: break
print("kept", next(kept))
for x in iter(g(7)): break
print("iter")
for x in (print("gen") or i for i in g(2)): break
print([x for x in g(2)])
def bad():
    try:
        yield 1
    finally:
        raise ValueError("in close")
for a in g(3):
    for b in g(2):
        if b: break
    if a: break
def outer():
    for x in g(9):
        yield from (x, x)
for y in outer():
    break
print("end")
kept.close()
