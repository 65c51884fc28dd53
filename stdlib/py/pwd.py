"""The users of the system, from /etc/passwd."""
from collections import namedtuple

__all__ = ['getpwall', 'getpwnam', 'getpwuid', 'struct_passwd']


class struct_passwd(namedtuple('struct_passwd', 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell')):
    __slots__ = ()

    def __repr__(self):
        return 'pwd.struct_passwd(%s)' % ', '.join(f'{k}={v!r}' for k, v in zip(self._fields, self))


def getpwall():
    entries = []
    with open('/etc/passwd', encoding='utf-8', errors='surrogateescape') as f:
        for line in f:
            parts = line.rstrip('\n').split(':')
            if len(parts) == 7 and parts[2].isdigit() and parts[3].isdigit():
                entries.append(struct_passwd(*parts[:2], int(parts[2]), int(parts[3]), *parts[4:]))
    return entries


def getpwnam(name, /):
    if not isinstance(name, str):
        raise TypeError('getpwnam() argument must be str, not %s' % type(name).__name__)
    for entry in getpwall():
        if entry.pw_name == name:
            return entry
    raise KeyError('getpwnam(): name not found: %r' % name)


def getpwuid(uidobj, /):
    for entry in getpwall():
        if entry.pw_uid == uidobj:
            return entry
    raise KeyError('getpwuid(): uid not found: %s' % uidobj)
