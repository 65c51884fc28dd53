from _all_list import *
print(sorted(n for n in ("a", "b", "_c") if n in globals()))
try:
    exec("from _all_bad import *")
except AttributeError as e:
    print(e)
import importlib
try:
    importlib.import_module("nope_nope")
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    importlib.import_module(".x")
except TypeError as e:
    print(e)
try:
    importlib.import_module("..x", "pkg_shapes")
except ImportError as e:
    print(type(e).__name__, e)
print(importlib.util.find_spec("nope_nope") if hasattr(importlib, "util") else None)
import importlib.util
print(importlib.util.find_spec("_helper").name, importlib.util.find_spec("nope_nope"))
try:
    import math as m, nonexistent_mod
except ModuleNotFoundError as e:
    print(e, m.pi > 3)
try:
    __import__("")
except ValueError as e:
    print(e)
try:
    __import__(5)
except TypeError as e:
    print(e)
try:
    from math import nope, pi
except ImportError as e:
    print(str(e).split(" (")[0])
import namespace_pkg.inner as ni
print(ni.WHERE, ni.__package__)
import namespace_pkg
print(namespace_pkg.__name__, hasattr(namespace_pkg, "__file__") and namespace_pkg.__file__)

