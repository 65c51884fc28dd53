"""The finders, loaders and specs of the import system."""

from _frozen_importlib import (BuiltinImporter, FrozenImporter, ModuleSpec, NamespaceLoader, PathFinder,
                               SourceFileLoader)

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class FileFinder:
    """Finds modules in one folder."""

    def __init__(self, path, *loader_details):
        self.path = path or "."

    def find_spec(self, fullname, target=None):
        return PathFinder.find_spec(fullname, [self.path])

    def invalidate_caches(self):
        pass

    @classmethod
    def path_hook(cls, *loader_details):
        def path_hook_for_FileFinder(path):
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f"FileFinder({self.path!r})"


class SourcelessFileLoader:
    def __init__(self, fullname, path):
        raise ImportError("compiled Python files cannot be loaded by pyasync", name=fullname, path=path)


class ExtensionFileLoader:
    def __init__(self, fullname, path):
        raise ImportError("extension modules cannot be loaded by pyasync", name=fullname, path=path)
