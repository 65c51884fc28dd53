"""Paths of Windows, as text: what os.path is there. What asks the file system asks this system's."""

import os
import sys
import genericpath
from genericpath import *

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix", "getsize",
           "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "isreserved", "expanduser",
           "expandvars", "normpath", "abspath", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull",
           "realpath", "supports_unicode_filenames", "relpath", "samefile", "sameopenfile", "samestat", "commonpath", "isjunction",
           "isdevdrive"]

curdir = "."
pardir = ".."
extsep = "."
sep = "\\"
pathsep = ";"
altsep = "/"
defpath = ".;C:\\bin"
devnull = "nul"
supports_unicode_filenames = True


class _Kind:
    """The characters that paths are made of, as str or as bytes."""

    def __init__(self, convert):
        self.sep, self.altsep, self.seps, self.colon = map(convert, ("\\", "/", "\\/", ":"))
        self.curdir, self.pardir, self.empty, self.tilde = map(convert, (".", "..", "", "~"))
        self.unc = convert("\\\\?\\UNC\\")
        self.quote, self.percent, self.dollar, self.open, self.close = map(convert, ("'", "%", "$", "{", "}"))
        self.varchars = convert("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


_STR = _Kind(str)
_BYTES = _Kind(str.encode)


def _kind(path):
    return _BYTES if isinstance(path, bytes) else _STR


def normcase(s):
    """All letters small, all slashes backslashes."""
    s = os.fspath(s)
    if isinstance(s, bytes):
        return os.fsencode(normcase(os.fsdecode(s)))
    return s.replace("/", "\\").lower()


def isabs(s):
    """Whether a path says both drive and root, or names a share or device."""
    s = os.fspath(s)
    k = _kind(s)
    start = s[:3].replace(k.altsep, k.sep)
    return start[:2] == k.sep + k.sep or start[1:] == k.colon + k.sep


def splitroot(p):
    """(drive or share, root, the rest)"""
    p = os.fspath(p)
    k = _kind(p)
    plain = p.replace(k.altsep, k.sep)
    drive = root = 0  # their ends
    if plain[:2] == k.sep + k.sep:
        # A share or device: two names after the prefix.
        end = plain.find(k.sep, len(k.unc) if plain[:8].upper() == k.unc else 2)
        if end != -1:
            end = plain.find(k.sep, end + 1)
        drive = len(p) if end == -1 else end
        root = min(drive + 1, len(p))
    else:
        if plain[1:2] == k.colon:
            drive = 2
        root = drive + (plain[drive:drive + 1] == k.sep)
    return p[:drive], p[drive:root], p[root:]


def splitdrive(p):
    drive, root, tail = splitroot(p)
    return drive, root + tail


def join(path, *paths):
    """Join path components; one with a root, or with another drive, drops those before it."""
    path = os.fspath(path)
    k = _kind(path)
    try:
        drive, root, tail = splitroot(path)
        for p in paths:
            other_drive, other_root, other = splitroot(p)
            if other_root:
                if other_drive or not drive:
                    drive = other_drive
                root, tail = other_root, other
                continue
            if other_drive and other_drive != drive:
                same = other_drive.lower() == drive.lower()
                drive = other_drive
                if not same:
                    root, tail = other_root, other
                    continue
            if tail and tail[-1] not in k.seps:
                tail = tail + k.sep
            tail = tail + other
        if tail and not root and drive and drive[-1:] not in k.colon + k.seps:
            return drive + k.sep + tail
        return drive + root + tail
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", path, *paths)
        raise


def split(p):
    p = os.fspath(p)
    seps = _kind(p).seps
    drive, root, tail = splitroot(p)
    cut = len(tail.rstrip(seps)) if tail and tail[-1] in seps else None
    if cut is not None:
        return drive + root + tail[:cut], tail[len(tail):]
    cut = max(tail.rfind(seps[:1]), tail.rfind(seps[1:])) + 1
    return drive + root + tail[:cut].rstrip(seps), tail[cut:]


def splitext(p):
    p = os.fspath(p)
    k = _kind(p)
    return genericpath._splitext(p, k.sep, k.altsep, k.curdir)


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def ismount(path):
    path = abspath(os.fspath(path))
    drive, root, rest = splitroot(path)
    if drive and drive[0] in _kind(path).seps:
        return not rest
    return bool(root) and not rest


_RESERVED_NAMES = frozenset(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"] +
                            [device + digit for device in ("COM", "LPT") for digit in "123456789\xb9\xb2\xb3"])


def isreserved(path):
    """Whether a name in the path means something else to Windows than a file."""
    tail = os.fsdecode(splitroot(path)[2]).replace(altsep, sep)
    return any(map(_isreservedname, reversed(tail.split(sep))))


def _isreservedname(name):
    if name[-1:] in (".", " "):
        return name not in (".", "..")
    if any(c < " " or c in '"*:<>?|/\\' for c in name):
        return True
    return name.partition(".")[0].rstrip(" ").upper() in _RESERVED_NAMES


def expanduser(path):
    """Replace ~ or ~user at the start by the home folder."""
    path = os.fspath(path)
    k = _kind(path)
    if not path.startswith(k.tilde):
        return path
    end = 1
    while end < len(path) and path[end] not in k.seps:
        end += 1
    env = os.environ
    if "USERPROFILE" in env:
        home = env["USERPROFILE"]
    elif "HOMEPATH" in env:
        home = join(env.get("HOMEDRIVE", ""), env["HOMEPATH"])
    else:
        return path
    user = os.fsdecode(path[1:end])
    current = env.get("USERNAME")
    if user and user != current:
        # Others' homes are guessed to lie beside one's own, if that is named after the user.
        if current != basename(home):
            return path
        home = join(dirname(home), user)
    return (os.fsencode(home) if k is _BYTES else home) + path[end:]


def _variable(name, otherwise):
    """The value of an environment variable."""
    value = os.environ.get(os.fsdecode(name))
    if value is None:
        return otherwise
    return os.fsencode(value) if isinstance(name, bytes) else value


def expandvars(path):
    """Replace $name, ${name} and %name%, but for unknown ones and between single quotes."""
    path = os.fspath(path)
    k = _kind(path)
    out, i = [], 0
    while i < len(path):
        c = path[i:i + 1]
        if c == k.quote:
            end = path.find(c, i + 1)
        elif c == k.percent and path[i + 1:i + 2] != c:
            end = path.find(c, i + 1)
            if end != -1:
                out.append(_variable(path[i + 1:end], path[i:end + 1]))
                i = end + 1
                continue
        elif c == k.dollar and path[i + 1:i + 2] == k.open:
            end = path.find(k.close, i + 2)
            if end != -1:
                out.append(_variable(path[i + 2:end], path[i:end + 1]))
                i = end + 1
                continue
        elif c == k.dollar and path[i + 1:i + 2] != c:
            end = i + 1
            while end < len(path) and path[end] in k.varchars:
                end += 1
            out.append(_variable(path[i + 1:end], path[i:end]))
            i = end
            continue
        else:
            out.append(c)
            i += 2 if c in (k.percent, k.dollar) else 1
            continue
        # A quoted stretch, or what has no end, stays as it is.
        if end == -1:
            end = len(path)
        out.append(path[i:end + 1])
        i = end + 1
    return k.empty.join(out)


def normpath(path):
    """Without doubled slashes, "." and ".." where they can be resolved."""
    path = os.fspath(path)
    k = _kind(path)
    drive, root, tail = splitroot(path.replace(k.altsep, k.sep))
    parts = []
    for part in tail.split(k.sep):
        if not part or part == k.curdir:
            continue
        if part != k.pardir:
            parts.append(part)
        elif parts and parts[-1] != k.pardir:
            parts.pop()
        elif parts or not root:
            parts.append(part)
    return drive + root + k.sep.join(parts) or k.curdir


def abspath(path):
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(path, *, strict=False):
    return abspath(path)


_abspath_fallback = abspath


def relpath(path, start=None):
    """The path as seen from start."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    k = _kind(path)
    start = k.curdir if start is None else os.fspath(start)
    try:
        start_drive, _, start_tail = splitroot(abspath(start))
        drive, _, tail = splitroot(abspath(path))
        if normcase(start_drive) != normcase(drive):
            raise ValueError("path is on mount %r, start on mount %r" % (drive, start_drive))
        up = start_tail.split(k.sep) if start_tail else []
        down = tail.split(k.sep) if tail else []
        same = 0
        for a, b in zip(up, down):
            if normcase(a) != normcase(b):
                break
            same += 1
        return k.sep.join([k.pardir] * (len(up) - same) + down[same:]) or k.curdir
    except (TypeError, ValueError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types("relpath", path, start)
        raise


def commonpath(paths):
    """The longest path that all have in common, whatever their case and slashes."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty iterable")
    k = _kind(paths[0])
    try:
        split_paths = [splitroot(p.replace(k.altsep, k.sep).lower()) for p in paths]
        if len({drive for drive, _, _ in split_paths}) != 1:
            raise ValueError("Paths don't have the same drive")
        drive, root, tail = splitroot(paths[0].replace(k.altsep, k.sep))
        if len({root for _, root, _ in split_paths}) != 1:
            raise ValueError("Can't mix absolute and relative paths" if drive else "Can't mix rooted and not-rooted paths")

        def names(tail):
            return [c for c in tail.split(k.sep) if c and c != k.curdir]
        lists = [names(tail) for _, _, tail in split_paths]
        first, last = min(lists), max(lists)
        same = 0
        while same < len(first) and first[same] == last[same]:
            same += 1
        return drive + root + k.sep.join(names(tail)[:same])
    except (TypeError, AttributeError):
        genericpath._check_arg_types("commonpath", *paths)
        raise
