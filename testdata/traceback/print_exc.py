import traceback, sys
def f():
    g()
def g():
    raise ValueError("printed")
try:
    f()
except ValueError:
    traceback.print_exc()
    traceback.print_exc(limit=1)
    traceback.print_exc(file=sys.stdout)
print("continues", flush=True)

