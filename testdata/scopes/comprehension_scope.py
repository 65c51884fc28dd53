x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", "cd")}, x)
def f():
    lst = [1, 2]
    return [(a, b) for a in lst for b in lst if a != b]
print(f())
class C:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    try:
        bad = [i * k for i in items for k in items]
    except NameError as e:
        print(e)
print(C.doubled)
print([y := 1, y + 1], y)
def walrus():
    total = 0
    sums = [total := total + v for v in range(5)]
    return total, sums
print(walrus())
any((hit := n) > 3 for n in range(10))
print(hit)
def closures():
    return [f() for f in [lambda: j for j in range(3)]]
print(closures())
gen = (i * n for i in range(3))
n = 10
print(list(gen))
print([[r * c for c in range(3)] for r in range(3)])
print([a for a in range(20) if a % 2 if a % 3])
print([*map(lambda t: t[0], [(k, v) for k, v in {"a": 1}.items()])])
def locs():
    q = [z for z in range(2)]
    return sorted(locals())
print(locs())
try:
    [undefined for _ in range(1)]
except NameError as e:
    print(e)
try:
    (1 / 0 for _ in undefined)
except NameError as e:
    print("eager", e)
lazy = (1 / z for z in [0])
try:
    next(lazy)
except ZeroDivisionError as e:
    print("lazy", e)

