"""Comparing files and directories."""
import os
import stat
from itertools import filterfalse

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

_cache = {}
DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']


def clear_cache():
    _cache.clear()


def _signature(path):
    st = os.stat(path)
    return stat.S_IFMT(st.st_mode), st.st_size, st.st_mtime


def cmp(f1, f2, shallow=True):
    """Tell whether two files are equal; shallow trusts equal types, sizes and times of change."""
    s1, s2 = _signature(f1), _signature(f2)
    if s1[0] != stat.S_IFREG or s2[0] != stat.S_IFREG:
        return False
    if shallow and s1 == s2:
        return True
    if s1[1] != s2[1]:
        return False
    key = f1, f2, s1, s2
    if key not in _cache:
        if len(_cache) > 100:
            clear_cache()
        _cache[key] = _same_content(f1, f2)
    return _cache[key]


def _same_content(f1, f2):
    with open(f1, 'rb') as a, open(f2, 'rb') as b:
        while True:
            x, y = a.read(8192), b.read(8192)
            if x != y:
                return False
            if not x:
                return True


def cmpfiles(a, b, common, shallow=True):
    """The names whose files are equal, different, and cannot be compared."""
    result = [], [], []
    for name in common:
        try:
            which = 0 if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else 1
        except (OSError, ValueError):
            which = 2
        result[which].append(name)
    return result


class dircmp:
    """The comparison of two directories; attributes are found out when they are asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.shallow = shallow

    def _lists(self):
        hidden = set(self.hide) | set(self.ignore)
        self.left_list = sorted(filterfalse(hidden.__contains__, os.listdir(self.left)))
        self.right_list = sorted(filterfalse(hidden.__contains__, os.listdir(self.right)))

    def _sides(self):
        right, left = set(self.right_list), set(self.left_list)
        self.common = [n for n in self.left_list if n in right]
        self.left_only = [n for n in self.left_list if n not in right]
        self.right_only = [n for n in self.right_list if n not in left]

    def _kinds(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                kinds = {stat.S_IFMT(os.stat(os.path.join(d, name)).st_mode) for d in (self.left, self.right)}
            except (OSError, ValueError):
                kinds = set()
            (self.common_dirs if kinds == {stat.S_IFDIR} else self.common_files if kinds == {stat.S_IFREG} else self.common_funny).append(name)

    def _files(self):
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files, self.shallow)

    def _subs(self):
        self.subdirs = {n: type(self)(os.path.join(self.left, n), os.path.join(self.right, n), self.ignore, self.hide, shallow=self.shallow)
                        for n in self.common_dirs}

    _sources = {'left_list': _lists, 'right_list': _lists, 'common': _sides, 'left_only': _sides, 'right_only': _sides,
                'common_dirs': _kinds, 'common_files': _kinds, 'common_funny': _kinds, 'same_files': _files, 'diff_files': _files,
                'funny_files': _files, 'subdirs': _subs}

    def __getattr__(self, name):
        try:
            self._sources[name](self)
        except KeyError:
            raise AttributeError(name) from None
        return self.__dict__[name]

    def report(self):
        print('diff', self.left, self.right)
        for label, names in (('Only in %s' % self.left, self.left_only), ('Only in %s' % self.right, self.right_only),
                             ('Identical files', self.same_files), ('Differing files', self.diff_files),
                             ('Trouble with common files', self.funny_files), ('Common subdirectories', self.common_dirs),
                             ('Common funny cases', self.common_funny)):
            if names:
                names.sort()
                print(label, ':', names)

    def report_partial_closure(self):
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report()

    def report_full_closure(self):
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report_full_closure()
