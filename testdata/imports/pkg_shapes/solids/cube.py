from .. import VERSION
from ..square import Square
def volume(a): return Square(a).area() * a

