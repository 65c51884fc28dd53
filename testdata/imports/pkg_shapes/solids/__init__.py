print("init solids")
from . import cube
from ..circle import area
def volume(kind, n): return {"cube": cube.volume}[kind](n)

