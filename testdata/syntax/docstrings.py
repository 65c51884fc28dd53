"""Module doc.
Second line."""
def f():
    """Doc of f.

    Indented
      more.
    """
def g():
    # comment first
    'single'
    return 1
def h():
    f"not a doc"
class C:
    "class doc"
    def m(self):
        r"""raw \n"""
    attr = 1
    """not a doc"""
class D(C): pass
print(repr(__doc__), repr(f.__doc__), g.__doc__, h.__doc__, C.__doc__, C.m.__doc__, D.__doc__, C().m.__doc__)
import inspect
print(repr(inspect.getdoc(f)))
f.__doc__ = "new"
C.__doc__ = "changed"
print(f.__doc__, C.__doc__)
p = property(lambda s: 1, doc="pd")
print(p.__doc__, int.__doc__ is not None, (lambda: 0).__doc__)
async def co():
    """coro doc"""
print(co.__doc__)
def nodoc(): b"bytes"
print(nodoc.__doc__)

