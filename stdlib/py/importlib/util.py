"""Helpers around specs: finding, making and loading modules by hand."""

import _frozen_importlib as _bootstrap
import sys
import types
from _frozen_importlib import ModuleSpec, SourceFileLoader, module_from_spec

MAGIC_NUMBER = b"\xf3\r\r\n"


def resolve_name(name, package):
    """Make a relative module name absolute."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {repr(name)} (required for relative module names)")
    level = 0
    while level < len(name) and name[level] == ".":
        level += 1
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    rest = name[level:]
    return f"{bits[0]}.{rest}" if rest else bits[0]


def find_spec(name, package=None):
    """Return the spec of a module, or None; parents of a dotted name are imported."""
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent_name = fullname.rpartition(".")[0]
    path = None
    if parent_name:
        parent = __import__(parent_name, fromlist=["__path__"])
        try:
            path = parent.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} while trying to find {fullname!r}",
                                      name=fullname) from e
    return _bootstrap._find_spec(fullname, path)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if origin is None and hasattr(loader, "get_filename"):
        return spec_from_file_location(name, loader=loader)
    if is_package is None:
        is_package = False
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=...):
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        import os
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is ...:
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = False
            if is_package:
                spec.submodule_search_locations = []
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == []:
        import os
        spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def decode_source(source_bytes):
    import io
    text = io.TextIOWrapper(io.BytesIO(source_bytes), "utf-8-sig")
    return text.read()


def source_hash(source_bytes):
    return hash(source_bytes).to_bytes(8, "little", signed=True)


def cache_from_source(path, debug_override=None, *, optimization=None):
    head, _, tail = str(path).rpartition("/")
    base = tail[:-3] if tail.endswith(".py") else tail
    name = f"{base}.{sys.implementation.cache_tag}.pyc"
    return f"{head}/__pycache__/{name}" if head else f"__pycache__/{name}"


class LazyLoader:
    """Loads the module when one of its attributes is asked for."""

    def __init__(self, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__class__ = _LazyModule


class _LazyModule(types.ModuleType):
    def __getattribute__(self, attr):
        spec = object.__getattribute__(self, "__spec__")
        self.__class__ = types.ModuleType
        spec.loader.exec_module(self)
        return getattr(self, attr)


__all__ = ["LazyLoader", "cache_from_source", "decode_source", "find_spec", "module_from_spec", "resolve_name",
           "source_hash", "spec_from_file_location", "spec_from_loader", "MAGIC_NUMBER"]
