TOTAL = 0
def step(n):
    global TOTAL
    TOTAL += n
    return TOTAL
results = []
for i in range(10):
    if i % 2 == 0:
        for j in range(i):
            if j > 3: break
            if j == 1: continue
            results.append((i, j))
        else:
            results.append((i, "complete"))
    elif i == 7:
        while True:
            step(1)
            if TOTAL > 5: break
    else:
        try:
            results.append(10 // (i - 5))
        except ZeroDivisionError:
            results.append("div0")
        finally:
            step(i)
print(results, TOTAL)
x = [[]]
x[0] += [1]; x[0] *= 2
d = {"k": {"n": 1}}
d["k"]["n"] += 1; d["k"]["m"] = d["k"].pop("n") * 2
print(x, d)
a, b, c = (lambda *z: z)(*[1, 2], 3)
a, b = b, a
(a, b), c = (c, a), b
print(a, b, c)
f = lambda n: n if n < 2 else f(n - 1) + f(n - 2)
print([f(i) for i in range(10)], (lambda s: s[::-1])("abc"), [(lambda x=x: x)() for x in range(3)])
if (n := len(results)) > 3 and (m := n // 2): print(n, m)
print("even" if n % 2 == 0 else "odd", n if n else "none", not n, -n ** 2, ~n & 0xF)
while n > 3:
    n -= 1
    if n % 3 == 0: continue
    print(n, end=",")
print()
print(*[f"{i}:{v}" for i, v in enumerate("xyz", 1)], sep=" | ")
del x[0], d["k"]
print(x, d, [*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2))
class Acc:
    total = 0
    def __iadd__(self, o): self.total += o; return self
    def __enter__(self): return self
    def __exit__(self, *e): print("exit", e[0]); return True
acc = Acc()
with acc as same:
    same += 5
    acc += 1
    raise KeyError
print(acc.total)
assert acc.total == 6, "wrong"
for k, (v, w) in {"a": (1, 2)}.items(): print(k, v, w)
for _ in range(2): pass
print(_, i, j)
exec("y = i * 2"); print(y)
match (a, b):
    case (int(p), q) if p > 2: print("p", p, q)
    case _: print("default")
lst = [1, 2, 3, 4, 5]
lst[1:3], lst[-1] = "ab", lst[0]
print(lst, lst[::-2], lst.index("a"), sum(v for v in lst if isinstance(v, int)))
print("%s-%05.2f-%x" % ("a", 3.14159, 255), f"{'x':>3}|{3.14159:.2f}|{255:#x}", "{:>5}|{!r}".format(1, "q"))

