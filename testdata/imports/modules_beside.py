import _helper
import _helper as h2
from _helper import value, func, Klass as K
print(_helper is h2, value, func(2), K().hello(), _helper.__name__, __name__, _helper.__file__.endswith("_helper.py"), _helper.main_guard)
_helper.value = 99
print(value, h2.value, _helper.get_value())
from _helper import *
print("_hidden" in globals(), "public" in globals(), value)
import importlib, sys
m = importlib.import_module("_helper")
print(m is _helper, importlib.import_module(".circle", "pkg_shapes").__name__)
del sys.modules["_helper"]
import _helper as again
print(again is _helper, again.value)
print(importlib.reload(again) is again)
def local():
    import _helper as loc
    from math import sqrt
    return loc.value, sqrt(16)
print(local())
try:
    import _helper.sub
except ModuleNotFoundError as e:
    print(e)
sys.modules["fake"] = again
import fake
print(fake is again)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e)
print(__import__("_helper") is again, __import__("pkg_shapes.circle").__name__, __import__("pkg_shapes", fromlist=["circle"]).__name__)
import os.path as pth
print(pth is os.path if "os" in globals() else pth.__name__)
if __name__ == "__main__": print("main guard")

