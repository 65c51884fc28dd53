"""name and obj of AttributeErrors that a program raises itself when asked for an attribute, and the hints they give."""
class A:
    blech = None
    def __getattr__(self, attr):
        raise AttributeError()
try: A().bluch
except AttributeError as e: print(e.name, type(e.obj))
class A:
    blech = None
    def __getattr__(self, attr):
        raise AttributeError("x", 5)
try: A().bluch
except AttributeError as e: print(e.name, type(e.obj), str(e))
class A:
    def __getattribute__(self, attr):
        raise AttributeError("x", 5)
try: A().bluch
except AttributeError as e: print(e.name, type(e.obj), str(e))
class A:
    @property
    def p(self): raise AttributeError('in p')
try: A().p
except AttributeError as e: print(e.name, type(e.obj), str(e))
try: getattr(A(), 'p')
except AttributeError as e: print(e.name, type(e.obj), str(e))
class A:
    @property
    def p(self): return [].foo
try: A().p
except AttributeError as e: print(e.name, type(e.obj), str(e))
class A:
    def __delattr__(self, n): raise AttributeError
    def __setattr__(self, n, v): raise AttributeError
try: A().p = 1
except AttributeError as e: print(e.name, type(e.obj), str(e))
try: del A().p
except AttributeError as e: print(e.name, type(e.obj), str(e))
import types
m = types.ModuleType('m')
m.__getattr__ = lambda n: (_ for _ in ()).throw(AttributeError)
try: m.zz
except AttributeError as e: print(e.name, type(e.obj), str(e))
class A:
    def __getattr__(self, attr):
        raise AttributeError(attr, name='n')
try: A().bluch
except AttributeError as e: print(e.name, type(e.obj), str(e))
class M(type):
    def __getattr__(self, attr): raise AttributeError
class A(metaclass=M): pass
try: A.bluch
except AttributeError as e: print(e.name, type(e.obj), str(e))
class E(AttributeError): pass
class A:
    def __getattr__(self, attr): raise E
try: A().bluch
except AttributeError as e: print(e.name, type(e.obj), str(e))
try: A().bluch()
except AttributeError as e: print(e.name, type(e.obj), str(e))
import traceback


class Hint:
    blech = 1

    def __getattr__(self, name):
        raise AttributeError()


try:
    Hint().bleck
except AttributeError as e:
    print(traceback.format_exception_only(e))
