# Throwing classes whose calls give no exception, or raise.
class E(Exception):
    def __new__(cls, *a): return cls
class F(Exception):
    def __init__(self): raise KeyError(3)
def g(): yield
for e in E, F:
    x = g()
    try: x.throw(e)
    except BaseException as y: print(type(y), y)
    print(list(x))
