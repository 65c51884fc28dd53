import _dyn
print(_dyn.real, _dyn.computed_x, _dyn.computed_y, dir(_dyn))
from _dyn import computed_z
print(computed_z)
try:
    _dyn.missing
except AttributeError as e:
    print(e)
try:
    from _dyn import missing
except ImportError as e:
    print(str(e).split(" (")[0])
print(hasattr(_dyn, "nope"), getattr(_dyn, "nope", "dflt"))
_dyn.real = 2
print(_dyn.real, _dyn.__dict__["real"], vars(_dyn)["real"])
del _dyn.real
try:
    _dyn.real
except AttributeError as e:
    print(e)
import sys, types
class Mod(types.ModuleType):
    @property
    def prop(self): return "property on module"
    def __call__(self): return "called"
sys.modules[__name__].__class__ = Mod
import __main__
print(__main__.prop, __main__())

