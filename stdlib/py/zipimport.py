"""Import from ZIP archives: zipimporter, the loader of one archive or of a folder in it.

Entries of sys.path that name archives need no zipimporter: the import system reads them itself.
"""

import _frozen_importlib
import os
import zipfile

__all__ = ["ZipImportError", "zipimporter"]


class ZipImportError(ImportError):
    pass


class zipimporter:
    """zipimporter(archivepath) -> importer of the modules in an archive, or in a folder of it."""

    def __init__(self, path):
        path = os.fsdecode(path)
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        archive, inside = path, []
        while not os.path.exists(archive):
            archive, name = os.path.split(archive)
            inside.insert(0, name)
            if not archive or not name:
                raise ZipImportError("not a Zip file", path=path)
        if not os.path.isfile(archive):
            raise ZipImportError("not a Zip file", path=path)
        if not zipfile.is_zipfile(archive):
            raise ZipImportError(f"not a Zip file: {archive!r}", path=path)
        self.archive = archive
        self.prefix = os.path.join(*inside, "") if inside else ""

    def __repr__(self):
        return f'<zipimporter object "{os.path.join(self.archive, self.prefix)}">'

    def _spec(self, fullname):
        return _frozen_importlib.PathFinder.find_spec(fullname, [os.path.join(self.archive, self.prefix).rstrip(os.sep)])

    def _known(self, fullname):
        spec = self._spec(fullname)
        if spec is None or spec.origin is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return spec

    def find_spec(self, fullname, target=None):
        spec = self._spec(fullname)
        if spec is not None and spec.origin is not None:
            spec.loader = self
        return spec

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, fullname):
        return compile(self.get_source(fullname), self.get_filename(fullname), "exec", dont_inherit=True)

    def get_data(self, pathname):
        name = os.path.relpath(pathname, self.archive) if os.path.isabs(pathname) else pathname.removeprefix(self.archive + os.sep)
        with zipfile.ZipFile(self.archive) as archive:
            try:
                return archive.read(name)
            except KeyError:
                raise OSError(0, "", name) from None

    def get_filename(self, fullname):
        return self._known(fullname).origin

    def get_source(self, fullname):
        from importlib.util import decode_source
        return decode_source(self.get_data(self.get_filename(fullname)))

    def is_package(self, fullname):
        return self._known(fullname).submodule_search_locations is not None

    def invalidate_caches(self):
        pass
