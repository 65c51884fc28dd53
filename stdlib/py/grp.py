"""The groups of the system, from /etc/group."""
from collections import namedtuple

__all__ = ['getgrall', 'getgrgid', 'getgrnam', 'struct_group']


class struct_group(namedtuple('struct_group', 'gr_name gr_passwd gr_gid gr_mem')):
    __slots__ = ()

    def __repr__(self):
        return 'grp.struct_group(%s)' % ', '.join(f'{k}={v!r}' for k, v in zip(self._fields, self))


def getgrall():
    entries = []
    with open('/etc/group', encoding='utf-8', errors='surrogateescape') as f:
        for line in f:
            parts = line.rstrip('\n').split(':')
            if len(parts) == 4 and parts[2].isdigit():
                entries.append(struct_group(parts[0], parts[1], int(parts[2]), [m for m in parts[3].split(',') if m]))
    return entries


def getgrnam(name):
    for entry in getgrall():
        if entry.gr_name == name:
            return entry
    raise KeyError('getgrnam(): name not found: %r' % name)


def getgrgid(id):
    for entry in getgrall():
        if entry.gr_gid == id:
            return entry
    raise KeyError('getgrgid(): gid not found: %s' % id)
