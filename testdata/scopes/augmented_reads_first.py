"""x op= v reads x first: whatever v does to x, and before v fails."""
def f():
    x = 1
    x += (x := 5)
    return x
print(f())
def f():
    x = 'a'
    x += (x := 'b') + x
    return x
print(f())
def f():
    x = [1]
    x += [(x := [2])]
    return x
print(f())
def g(): print('g'); return 1
def f():
    x += g()
try: f()
except UnboundLocalError as e: print(e)
def f():
    x = 1
    x = x + (x := 3) * x
    return x
print(f())
def f():
    x = 2
    return x * (x := 3), x - (x := 1), x < (x := 9), (x, x := 4, x), [x, (x := 7)], x ** (x := 2)
print(f())
def f():
    x = 2
    d = {x: (x := 3), x: x}
    return d, g2(x, (x := 5), k=x), f'{x}{(x := 6)}{x}', x[0] if 0 else x
def g2(*a, k): return a, k
print(f())
def f():
    x = [1, 2, 3]
    y = x[(x := 1)]
    return y, x
print(f())
def f():
    x = [1,2]
    x.append((x := 5))
    return x
print(f())
def f():
    x = 5
    x -= 1 if (x := 3) else 2
    return x
print(f())
y = 1
y += (y := 10)
print(y)
