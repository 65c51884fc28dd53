"""Files that lie in packages."""

import contextlib
import importlib
import os
import pathlib

__all__ = ["Package", "as_file", "contents", "files", "is_resource", "open_binary", "open_text", "path", "read_binary", "read_text"]

Package = object


def _folder(package):
    if package is None:
        import sys
        package = sys._getframe(2).f_globals["__name__"].rpartition(".")[0]
    module = importlib.import_module(package) if isinstance(package, str) else package
    paths = getattr(module, "__path__", None)
    folder = list(paths)[0] if paths else os.path.dirname(module.__file__)
    if os.path.exists(folder):
        return pathlib.Path(folder)
    import zipfile
    import zipimport
    inside = zipimport.zipimporter(folder)
    return zipfile.Path(inside.archive, inside.prefix)


def files(anchor=None):
    return _folder(anchor)


@contextlib.contextmanager
def as_file(path):
    if isinstance(path, pathlib.Path):
        yield path
        return
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, path.name)
        copy.write_bytes(path.read_bytes())
        yield copy


def open_binary(package, *names):
    return _folder(package).joinpath(*names).open("rb")


def open_text(package, *names, encoding="utf-8", errors="strict"):
    return _folder(package).joinpath(*names).open("r", encoding=encoding, errors=errors)


def read_binary(package, *names):
    return _folder(package).joinpath(*names).read_bytes()


def read_text(package, *names, encoding="utf-8", errors="strict"):
    return _folder(package).joinpath(*names).read_text(encoding=encoding, errors=errors)


def path(package, *names):
    return as_file(_folder(package).joinpath(*names))


def is_resource(package, *names):
    return _folder(package).joinpath(*names).is_file()


def contents(package, *names):
    return (p.name for p in _folder(package).joinpath(*names).iterdir())
