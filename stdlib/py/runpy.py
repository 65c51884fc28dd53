"""Running modules and scripts from a program."""

import importlib
import importlib.util
import sys
import types

__all__ = ["run_module", "run_path"]


def _run(code, init_globals, run_name, spec, fname, alter_sys):
    loader = spec.loader if spec is not None else None
    package = spec.parent if spec is not None else ""
    namespace = dict(init_globals or {})
    values = dict(__name__=run_name, __file__=fname, __cached__=None, __doc__=None, __loader__=loader, __package__=package, __spec__=spec)
    if not alter_sys:
        namespace.update(values)
        exec(code, namespace)
        return namespace
    module = types.ModuleType(run_name)
    module.__dict__.update(namespace)
    module.__dict__.update(values)
    saved, saved_argv = sys.modules.get(run_name), sys.argv[0]
    sys.modules[run_name] = module
    sys.argv[0] = fname
    try:
        exec(code, module.__dict__)
        return dict(module.__dict__)
    finally:
        sys.argv[0] = saved_argv
        if saved is None:
            del sys.modules[run_name]
        else:
            sys.modules[run_name] = saved


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Execute a module's code without importing it and return its namespace."""
    spec = importlib.util.find_spec(mod_name)
    if spec is None:
        raise ImportError(f"No module named {mod_name}")
    if spec.submodule_search_locations is not None:
        if mod_name == "__main__" or mod_name.endswith(".__main__"):
            raise ImportError("Cannot use package as __main__ module")
        return run_module(mod_name + ".__main__", init_globals, run_name, alter_sys)
    code = spec.loader.get_code(mod_name)
    if code is None:
        raise ImportError(f"No code object available for {mod_name}")
    return _run(code, init_globals, run_name or mod_name, spec, spec.origin, alter_sys)


def run_path(path_name, init_globals=None, run_name=None):
    """Execute the file or folder at a path and return its namespace."""
    import os
    path = os.fspath(path_name)
    if os.path.isdir(path):
        sys.path.insert(0, path)
        try:
            return run_module("__main__", init_globals, run_name or "<run_path>", True)
        finally:
            sys.path.remove(path)
    with open(path, "rb") as f:
        code = compile(f.read(), path, "exec")
    return _run(code, init_globals, run_name or "<run_path>", None, path, True)
