"""Finding the paths that match a pattern, in CPython's order: a tree of folders with a stack of those to come."""

import contextlib
import functools
import os
import re
from glob import has_magic, translate

_SPECIAL = ("", ".", "..")


@functools.lru_cache(maxsize=512)
def matcher(pattern, sep, case_sensitive, recursive=True):
    """The function that matches texts with a pattern."""
    text = translate(pattern, recursive=recursive, include_hidden=True, seps=sep)
    return re.compile(text, re.NOFLAG if case_sensitive else re.IGNORECASE).match


class Selector:
    """Selects among path objects.

    pedantic: even names without wildcards are looked up in the listing of their folder, since the caller wants a case
    sensitivity of its own. follow: ** goes into symbolic links.
    """

    def __init__(self, sep, case_sensitive, pedantic=False, follow=True):
        self.sep = sep
        self.case_sensitive = case_sensitive
        self.pedantic = pedantic
        self.follow = follow

    # What depends on the kind of paths

    def entries(self, path):
        return contextlib.nullcontext(path.iterdir())

    def path_of(self, entry):
        return entry

    def exists(self, path):
        path.lstat()

    def slashed(self, path):
        return path.joinpath("")

    def extended(self, path, text):
        return path.with_segments(path._raw_path + text)

    # The selection

    def _matcher(self, pattern):
        return matcher(pattern, self.sep, self.case_sensitive)

    def _list(self, path):
        # The listing is read to its end, so that deep trees need no descriptor for each level.
        try:
            with self.entries(path) as entries:
                return list(entries)
        except OSError:
            return ()

    def select(self, path, parts, exists=False):
        """Yield what the parts of a pattern match from path on."""
        if not parts:
            if not exists:
                try:
                    self.exists(path)
                except OSError:
                    return
            yield path
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            yield from self._select_tree(path, rest, exists)
        elif part in _SPECIAL:
            yield from self.select(self.extended(self.slashed(path), part), rest, exists)
        elif not self.pedantic and not has_magic(part):
            while rest and not has_magic(rest[0]):
                part, rest = part + self.sep + rest[0], rest[1:]
            yield from self.select(self.extended(self.slashed(path), part), rest)
        else:
            yield from self._select_children(path, part, rest)

    def _select_children(self, path, part, rest):
        match = None if part == "*" else self._matcher(part)
        for entry in self._list(path):
            if match is not None and not match(entry.name):
                continue
            if not rest:
                yield self.path_of(entry)
                continue
            try:
                if not entry.is_dir():
                    continue
            except OSError:
                continue
            yield from self.select(self.path_of(entry), rest, exists=True)

    def _select_tree(self, path, rest, exists):
        part = "**"
        while rest and rest[0] == "**":
            rest = rest[1:]
        if self.follow:
            # All up to the next special part is one regular expression for the paths of the tree.
            while rest and rest[0] not in _SPECIAL:
                part, rest = part + self.sep + rest[0], rest[1:]
        match = None if part == "**" else self._matcher(part)
        path = self.slashed(path)
        start = len(str(path))
        if match is None or match(str(path), start):
            yield from self.select(path, rest, exists)
        folders = [path]
        while folders:
            for entry in self._list(folders.pop()):
                try:
                    is_dir = entry.is_dir(follow_symlinks=self.follow)
                except OSError:
                    is_dir = False
                if rest and not is_dir:
                    continue
                child = self.path_of(entry)
                if match is None or match(str(child), start):
                    if rest:
                        yield from self.select(child, rest, exists=True)
                    else:
                        yield child
                if is_dir:
                    folders.append(child)


class StringSelector(Selector):
    """Selects among texts, in the file system."""

    def entries(self, path):
        return os.scandir(path or ".")

    def path_of(self, entry):
        return entry.path

    def exists(self, path):
        os.lstat(path)

    def slashed(self, path):
        return path if not path or path[-1] == "/" else path + "/"

    def extended(self, path, text):
        return path + text
