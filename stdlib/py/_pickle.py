"""The accelerated pickle module, where programs look for it: its names are those of pickle."""
from pickle import PickleBuffer, PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads

__all__ = ['PickleBuffer', 'PickleError', 'Pickler', 'PicklingError', 'Unpickler', 'UnpicklingError', 'dump', 'dumps', 'load', 'loads']
