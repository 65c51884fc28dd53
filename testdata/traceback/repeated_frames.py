# Frames that repeat, in one function and in several.
import sys
def f(n):
    if n: return f(n - 1)
    raise ValueError("deep")
def a(): return b()
def b(): return c()
def c(): return a()
try: f(10)
except ValueError:
    import traceback; traceback.print_exc()
sys.setrecursionlimit(60)
try: a()
except RecursionError: traceback.print_exc()
class R:
    def __getattr__(self, n): return getattr(self, n + "x")
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
try: R().a
except RecursionError: print(*traceback.format_exc().splitlines()[-5:], sep="\n")
try: repr(R())
except RecursionError: print(*traceback.format_exc().splitlines()[-5:], sep="\n")
try: R() == 1
except RecursionError: print(*traceback.format_exc().splitlines()[-5:], sep="\n")
l = []; 
for i in range(100000): l = [l]
try: repr(l)
except RecursionError as e: print(e)
try: l == [l]
except RecursionError as e: print(e)
f(45)
