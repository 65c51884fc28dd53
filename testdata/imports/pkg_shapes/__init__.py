"""Shapes."""
print("init pkg_shapes")
VERSION = "1.0"
_private = 1
from .circle import area as circle_area
from .square import Square
from . import circle
__all__ = ["Square", "exported", "VERSION"]
def exported(): return f"exported {circle_area(1):.2f}"

