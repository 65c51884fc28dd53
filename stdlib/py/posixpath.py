"""Paths with slashes: os.path."""

import os
import stat
import sys
import genericpath
from genericpath import *
from genericpath import _check_arg_types

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser",
           "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep",
           "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath",
           "isjunction", "isdevdrive"]


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def normcase(s):
    return os.fspath(s)


def isabs(s):
    s = os.fspath(s)
    return s.startswith(_slash(s))


def join(a, *p):
    """Join path components; an absolute one drops those before it."""
    path = a = os.fspath(a)
    slash = _slash(a)
    try:
        for b in p:
            b = os.fspath(b)
            if b.startswith(slash) or not path:
                path = b
            elif path.endswith(slash):
                path += b
            else:
                path += slash + b
    except (TypeError, AttributeError, BytesWarning):
        _check_arg_types("join", a, *[os.fspath(x) if hasattr(x, "__fspath__") else x for x in p])
        raise
    return path


def split(p):
    p = os.fspath(p)
    slash = _slash(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = os.fspath(p)
    slash, dot = (b"/", b".") if isinstance(p, bytes) else ("/", ".")
    start = p.rfind(slash) + 1
    i = p.rfind(dot)
    if i > start:
        first = start
        while first < i:
            if p[first:first + 1] != dot:
                return p[:i], p[i:]
            first += 1
    return p, p[:0]


def splitdrive(p):
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    p = os.fspath(p)
    slash = _slash(p)
    empty = p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    p = os.fspath(p)
    return p[p.rfind(_slash(p)) + 1:]


def dirname(p):
    return split(p)[0]


def ismount(path):
    try:
        s1 = os.lstat(path)
    except (OSError, ValueError):
        return False
    if stat.S_ISLNK(s1.st_mode):
        return False
    path = os.fspath(path)
    parent = join(path, b".." if isinstance(path, bytes) else "..")
    for way in (lambda p: p), realpath:
        try:
            s2 = os.lstat(way(parent))
        except OSError:
            continue
        return s1.st_dev != s2.st_dev or s1.st_ino == s2.st_ino
    return False


def expanduser(path):
    """Replace ~ and ~user at the start of a path."""
    path = os.fspath(path)
    tilde, slash = (b"~", b"/") if isinstance(path, bytes) else ("~", "/")
    if not path.startswith(tilde):
        return path
    i = path.find(slash, 1)
    if i < 0:
        i = len(path)
    if i == 1:
        if "HOME" in os.environ:
            home = os.environ["HOME"]
        else:
            home = _home_of("getpwuid", os.getuid())
            if home is None:
                return path
    else:
        name = path[1:i]
        home = _home_of("getpwnam", os.fsdecode(name))
        if home is None:
            return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    home = home.rstrip(slash)
    return (home + path[i:]) or slash


def _home_of(lookup, key):
    """The home folder that the password database names, None without one."""
    import pwd
    try:
        return getattr(pwd, lookup)(key).pw_dir
    except KeyError:
        return None


def expandvars(path):
    """Replace $NAME and ${NAME}; unknown ones stay."""
    path = os.fspath(path)
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path) if is_bytes else path
    if "$" not in text:
        return path
    import re
    text = re.sub(r"\$(\w+|\{[^}]*\}?)", _expand, text, flags=re.ASCII)
    return os.fsencode(text) if is_bytes else text


def _expand(m):
    name = m[1]
    if name.startswith("{"):
        if not name.endswith("}"):
            return m[0]
        name = name[1:-1]
    return os.environ.get(name, m[0])


def normpath(path):
    """Make a path shorter without asking the file system: no double slashes, no "." and ".."."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(normpath(os.fsdecode(path))) if path else b"."
    if not path:
        return "."
    _, root, rest = splitroot(path)
    comps = []
    for comp in rest.split("/"):
        if not comp or comp == ".":
            continue
        if comp != ".." or not root and not comps or comps and comps[-1] == "..":
            comps.append(comp)
        elif comps:
            comps.pop()
    return root + "/".join(comps) or "."


def abspath(path):
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """Follow all symbolic links."""
    filename = os.fspath(filename)
    if isinstance(filename, bytes):
        return os.fsencode(realpath(os.fsdecode(filename), strict=strict))
    ignored = () if strict is True else OSError
    path = "/" if filename.startswith("/") else os.getcwd()
    rest = filename.split("/")[::-1]
    seen = {}
    links = 0
    while rest:
        name = rest.pop()
        if name is None:
            seen[rest.pop()] = path
            continue
        if not name or name == ".":
            continue
        if name == "..":
            path = path[:path.rindex("/")] or "/"
            continue
        newpath = path + name if path == "/" else path + "/" + name
        target = None
        try:
            if stat.S_ISLNK(os.lstat(newpath).st_mode):
                if newpath not in seen:
                    target = os.readlink(newpath)
                elif seen[newpath] is None and strict:
                    os.stat(newpath)    # raises: the link leads back to itself
        except ignored:
            pass
        if target is None:
            path = seen.get(newpath) or newpath
            continue
        seen[newpath] = None
        if target.startswith("/"):
            path = "/"
        rest.append(newpath)
        rest.append(None)
        rest.extend(target.split("/")[::-1])
    return path


def relpath(path, start=None):
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    if isinstance(path, bytes):
        cur, slash, up = b".", b"/", b".."
    else:
        cur, slash, up = ".", "/", ".."
    start = cur if start is None else os.fspath(start)
    try:
        start_list = [x for x in abspath(start).split(slash) if x]
        path_list = [x for x in abspath(path).split(slash) if x]
    except (TypeError, AttributeError):
        _check_arg_types("relpath", path, start)
        raise
    i = 0
    while i < len(start_list) and i < len(path_list) and start_list[i] == path_list[i]:
        i += 1
    parts = [up] * (len(start_list) - i) + path_list[i:]
    return slash.join(parts) if parts else cur


def commonpath(paths):
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash, cur = (b"/", b".") if isinstance(paths[0], bytes) else ("/", ".")
    try:
        absolute = {p.startswith(slash) for p in paths}
        if len(absolute) != 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        lists = [[c for c in p.split(slash) if c and c != cur] for p in paths]
    except (TypeError, AttributeError):
        _check_arg_types("commonpath", *paths)
        raise
    low, high = min(lists), max(lists)
    common = low
    for i, c in enumerate(low):
        if c != high[i]:
            common = low[:i]
            break
    prefix = slash if absolute.pop() else slash[:0]
    return prefix + slash.join(common)


def isreserved(path):
    return False
