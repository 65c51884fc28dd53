import sys
def f(n): return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(e)
class A:
    def __getattr__(self, n): return getattr(self, n)
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __len__(self): return len(self)
for op in (lambda: A().x, lambda: repr(A()), lambda: A() == 1, lambda: len(A())):
    try:
        op()
    except RecursionError as e:
        print(str(e).startswith("maximum recursion depth exceeded"))
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(800))
old = sys.getrecursionlimit()
sys.setrecursionlimit(5000)
print(depth(4000), old)
sys.setrecursionlimit(300)
try:
    depth(400)
except RecursionError as e:
    print("limited", e)
sys.setrecursionlimit(old)
for bad in (0, -5, "x"):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
l = []
l.append(l)
print(l, repr(l))
d = {}
d["d"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
def gen(n):
    if n: yield from gen(n - 1)
    yield n
print(sum(1 for _ in gen(300)))
def deep_gen(n):
    yield from deep_gen(n + 1)
try:
    next(deep_gen(0))
except RecursionError as e:
    print("gen", e)
try:
    l == [l] if False else eval("(" * 50 + ")" * 50)
    print("nested parens ok")
except Exception as e:
    print(type(e).__name__, e)
class R(Exception): pass
def handler(n):
    try:
        handler(n + 1)
    except RecursionError:
        raise R("translated") from None
try:
    handler(0)
except (R, RecursionError) as e:
    print(type(e).__name__)
