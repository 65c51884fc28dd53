def stub(): ...
print(stub(), ... is Ellipsis, type(...), repr(...))
class Empty: ...
print(Empty.__name__)
if True: x = 1; y = 2
print(x, y)
print(1
      , 2
      , 3)
total = 1 + \
    2 + \
    3
print(total)
def semi(): a = 1; b = 2; return a + b
print(semi())
print((yield_ := 3), [a for a in [1]], {k: v for k, v in [(1, 2)]}, {s for s in "a"}, (g for g in ()).__class__.__name__)
print("%s" % (1,), "%s %s" % (1, 2))
lst = [
    1,
    2,  # comment
    # another
]
print(lst)
if x == 1 and \
   y == 2:
    print("cont")
try: print("one-line try")
except: pass
finally: print("fin")
for i in 1, 2: print(i, end=" ")
print()
with open(__file__) as f, open(__file__) as g: print(f.readline() == g.readline())
class A: x = 1; y = x + 1
print(A.y)
def f(a,
      b=(1,
         2),
      ): return a, b
print(f(0), f(b=1, a=2))
print(__name__, __doc__, __file__.endswith("ellipsis_misc.py"))
print(f.__doc__, (lambda: (yield))().__class__.__name__)

