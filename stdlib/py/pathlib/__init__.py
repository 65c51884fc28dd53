"""Paths as objects."""

from ._abc import *
from ._local import *

__all__ = _abc.__all__ + _local.__all__
