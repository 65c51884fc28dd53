"""The filters of extraction from tar archives (PEP 706) and their errors."""
import os
from _tar_header import TarError


class FilterError(TarError):
    pass


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'member {tarinfo.name!r} has an absolute path')


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo = tarinfo
        self._path = path
        super().__init__(f'{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination')


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a special file')


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a link to an absolute path')


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo = tarinfo
        self._path = path
        super().__init__(f'{tarinfo.name!r} would link to {path!r}, which is outside the destination')


for _error in (FilterError, AbsolutePathError, OutsideDestinationError, SpecialFileError, AbsoluteLinkError,
               LinkOutsideDestinationError):
    _error.__module__ = 'tarfile'


def inside(path, folder):
    return os.path.commonpath([path, folder]) == folder


def safe_name(member, folder):
    """The name of a member without leading slashes, if that lies inside the folder."""
    name = member.name.lstrip('/')
    target = os.path.realpath(os.path.join(folder, name))
    if not inside(target, folder):
        raise OutsideDestinationError(member, target)
    return name


def data_mode(member, mode):
    """The permissions of a member that is only data."""
    if member.isreg() or member.islnk():
        if not mode & 0o100:
            mode &= ~0o111
        return mode | 0o600
    if member.isdir() or member.issym():
        return None
    raise SpecialFileError(member)


def check_link(member, name, folder):
    if os.path.isabs(member.linkname):
        raise AbsoluteLinkError(member)
    start = os.path.dirname(name) if member.issym() else ''
    target = os.path.realpath(os.path.join(folder, start, member.linkname))
    if not inside(target, folder):
        raise LinkOutsideDestinationError(member, target)


def filtered(member, folder, for_data):
    folder = os.path.realpath(folder)
    name = safe_name(member, folder)
    changes = {'name': name}
    mode = member.mode
    if mode is not None:
        mode &= 0o755
        changes['mode'] = data_mode(member, mode) if for_data else mode
    if for_data:
        changes.update(uid=None, gid=None, uname=None, gname=None)
        if member.islnk() or member.issym():
            check_link(member, name, folder)
    changes = {field: value for field, value in changes.items() if value != getattr(member, field)}
    return member.replace(**changes, deep=False) if changes else member


def fully_trusted_filter(member, dest_path):
    return member


def tar_filter(member, dest_path):
    return filtered(member, dest_path, False)


def data_filter(member, dest_path):
    return filtered(member, dest_path, True)


for _filter in (fully_trusted_filter, tar_filter, data_filter):
    _filter.__module__ = 'tarfile'

NAMED = {'fully_trusted': fully_trusted_filter, 'tar': tar_filter, 'data': data_filter}
