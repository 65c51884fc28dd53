"""Looking at packages: their modules and their data."""

import importlib
import importlib.util
import os
import sys
from collections import namedtuple

__all__ = ["ModuleInfo", "extend_path", "find_loader", "get_data", "iter_modules", "resolve_name", "walk_packages"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "A namedtuple with minimal info about a module."


def iter_modules(path=None, prefix=""):
    """Yield ModuleInfo for the modules in the folders of path, or of sys.path."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in (sys.path if path is None else path):
        finder, files = _files(folder)
        for file in files:
            modname, slash, rest = file.removesuffix(".py").partition("/")
            ispkg = rest == "__init__"
            if file.endswith(".py") and (ispkg or not slash) and modname not in seen and modname.isidentifier() and modname != "__init__":
                seen.add(modname)
                yield ModuleInfo(finder, prefix + modname, ispkg)


def _files(folder):
    """The finder for an entry of a search path and, sorted, the Python files in it and in folders right below it."""
    from importlib.machinery import FileFinder
    folder = folder or "."
    try:
        names = sorted(os.listdir(folder))
    except NotADirectoryError:
        from zipimport import ZipImportError, zipimporter
        from zipfile import ZipFile
        try:
            finder = zipimporter(folder)
        except ZipImportError:
            return None, []
        with ZipFile(finder.archive) as archive:
            return finder, sorted(name.removeprefix(finder.prefix) for name in archive.namelist() if name.startswith(finder.prefix))
    except OSError:
        return None, []
    inits = (name + "/__init__.py" for name in names if "." not in name and os.path.isfile(os.path.join(folder, name, "__init__.py")))
    return FileFinder(folder), sorted([*names, *inits])


def walk_packages(path=None, prefix="", onerror=None):
    """Like iter_modules, but goes into packages, importing them."""
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            yield from walk_packages(getattr(sys.modules[info.name], "__path__", None) or [], info.name + ".", onerror)


def get_data(package, resource):
    spec = importlib.util.find_spec(package)
    if spec is None:
        return None
    module = sys.modules.get(package) or importlib.import_module(package)
    if not getattr(module, "__file__", None) or not hasattr(spec.loader, "get_data"):
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split("/")))


def find_loader(fullname):
    spec = importlib.util.find_spec(fullname)
    return spec.loader if spec is not None else None


def extend_path(path, name):
    if not isinstance(path, list):
        return path
    path = path[:]
    tail = os.path.join(*name.split("."))
    for folder in sys.path:
        portion = os.path.join(folder, tail)
        if portion not in path and os.path.isdir(portion):
            path.append(portion)
    return path


def resolve_name(name):
    """Turn "pkg.mod:Class.attr" or "pkg.mod.Class" into the object."""
    if ":" in name:
        modname, _, attrs = name.partition(":")
        result = importlib.import_module(modname)
        parts = attrs.split(".") if attrs else []
    else:
        parts = name.split(".")
        modname = parts.pop(0)
        result = importlib.import_module(modname)
        while parts:
            try:
                result = importlib.import_module(f"{modname}.{parts[0]}")
            except ImportError:
                break
            modname = f"{modname}.{parts.pop(0)}"
    for part in parts:
        result = getattr(result, part)
    return result
