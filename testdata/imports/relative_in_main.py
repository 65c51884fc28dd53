from .sibling import thing

