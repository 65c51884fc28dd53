"""The debugger is not available in pyasync; its entry points say so."""

__all__ = ["Pdb", "pm", "post_mortem", "run", "runcall", "runctx", "runeval", "set_trace"]


def _missing(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"pdb.{name}: the debugger is not available in pyasync")
    function.__name__ = function.__qualname__ = name
    return function


run, runcall, runctx, runeval, set_trace, post_mortem, pm = map(_missing, ("run", "runcall", "runctx", "runeval", "set_trace", "post_mortem", "pm"))


class Pdb:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("pdb.Pdb: the debugger is not available in pyasync")
