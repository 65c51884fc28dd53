"""Processes with the interface of threads: queues, pipes, locks and pools between interpreters.

Every child is a new interpreter. What it is to run is sent to it pickled, with the main program's definitions.
"""
from . import context
from .context import *

__all__ = [name for name in dir(context._default_context) if not name.startswith('_')]
globals().update((name, getattr(context._default_context, name)) for name in __all__)

SUBDEBUG = 5
SUBWARNING = 25
