import pkg_shapes
from pkg_shapes import circle, Square
from pkg_shapes.solids import cube as c, volume
import pkg_shapes.solids.sphere
import pkg_shapes.circle as circ
print(pkg_shapes.__name__, pkg_shapes.VERSION, pkg_shapes.__package__, circle.area(2), Square(3).area(), c.volume(2), volume("cube", 3), circ is circle, pkg_shapes.solids.sphere.NAME, circle.__name__, circle.__package__)
print(pkg_shapes.__file__.endswith("pkg_shapes/__init__.py"), circle.__file__.endswith("circle.py"), len(pkg_shapes.__path__), pkg_shapes.__doc__, circle.__spec__.name, pkg_shapes.solids.__package__)
import sys
print(sorted(m for m in sys.modules if m.startswith("pkg_shapes")), sys.modules["pkg_shapes.circle"] is circle, hasattr(pkg_shapes, "solids"))
from pkg_shapes import *
print(sorted(n for n in globals() if n in ("circle", "Square", "VERSION", "_private", "exported")), exported())
for s in ("import pkg_shapes.nope", "from pkg_shapes import nope", "from pkg_shapes.circle import nope", "import pkg_shapes.circle.x", "from pkg_shapes.solids.nope import x", "import nope.deeper", "from . import x", "from .x import y", "import pkg_shapes.solids.nope as q", "from pkg_shapes import circle as k, zzz"):
    try:
        exec(s)
        print(s, "ok")
    except ImportError as e:
        print(s, "->", type(e).__name__, str(e).replace(sys.path[0], "DIR"), e.name)

