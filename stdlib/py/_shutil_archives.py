"""The part of shutil that packs folders into archives and unpacks them."""
import errno
import os
import stat

class ReadError(OSError):
    """Raised when an archive cannot be read."""


class RegistryError(Exception):
    """Raised when a registry operation with the archiving and unpacking registries fails."""


ReadError.__module__ = RegistryError.__module__ = 'shutil'


def make_tar(base_name, base_dir, compress, owner=None, group=None, dry_run=0, logger=None, root_dir=None):
    name = base_name + '.tar' + ('.' + compress if compress else '')
    make_folder(name, dry_run, logger)
    if logger is not None:
        logger.info('Creating tar archive')
    import grp
    import pwd
    gid = None if group is None else grp.getgrnam(group)[2]
    uid = None if owner is None else pwd.getpwnam(owner)[2]

    def owned(info):
        if gid is not None:
            info.gid, info.gname = gid, group
        if uid is not None:
            info.uid, info.uname = uid, owner
        return info

    if not dry_run:
        import tarfile
        source = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
        with tarfile.open(name, 'w|' + (compress or '')) as tar:
            tar.add(source, base_dir, filter=owned)
    return name if root_dir is None else os.path.abspath(name)


def make_zip(base_name, base_dir, owner=None, group=None, dry_run=0, logger=None, root_dir=None):
    name = base_name + '.zip'
    make_folder(name, dry_run, logger)
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", name, base_dir)
    if not dry_run:
        import zipfile
        with zipfile.ZipFile(name, 'w', compression=zipfile.ZIP_DEFLATED) as archive:
            for path, member in zip_members(base_dir, root_dir):
                archive.write(path, member)
                if logger is not None:
                    logger.info("adding '%s'", path)
    return name if root_dir is None else os.path.abspath(name)


def zip_members(base_dir, root_dir):
    """The files and folders below base_dir, and what they are called in the archive."""
    top = os.path.normpath(base_dir if root_dir is None else os.path.join(root_dir, base_dir))
    if os.path.normpath(base_dir) != os.curdir:
        yield top, os.path.normpath(base_dir)
    for folder, folders, files in os.walk(top):
        inside = os.path.normpath(folder if root_dir is None else os.path.relpath(folder, root_dir))
        for name in sorted(folders):
            yield os.path.join(folder, name), os.path.join(inside, name)
        for name in files:
            path = os.path.normpath(os.path.join(folder, name))
            if os.path.isfile(path):
                yield path, os.path.join(inside, name)


def make_folder(name, dry_run, logger):
    folder = os.path.dirname(name)
    if folder and not os.path.exists(folder):
        if logger is not None:
            logger.info('creating %s', folder)
        if not dry_run:
            os.makedirs(folder)


make_tar.supports_root_dir = make_zip.supports_root_dir = True

# name: (function, extra arguments, description)
archive_formats = {
    'tar': (make_tar, [('compress', None)], 'uncompressed tar file'),
    'gztar': (make_tar, [('compress', 'gz')], "gzip'ed tar-file"),
    'zip': (make_zip, [], 'ZIP file'),
    'bztar': (make_tar, [('compress', 'bz2')], "bzip2'ed tar-file"),
    'xztar': (make_tar, [('compress', 'xz')], "xz'ed tar-file"),
}


def get_archive_formats():
    """Return the supported formats for archiving, as pairs (name, description)."""
    return sorted((name, entry[2]) for name, entry in archive_formats.items())


def register_archive_format(name, function, extra_args=None, description=''):
    """Register a format for make_archive(): function is called with the names of the archive and of the folder."""
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError('The %s object is not callable' % function)
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError('extra_args needs to be a sequence')
    for pair in extra_args:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError('extra_args elements are : (arg_name, value)')
    archive_formats[name] = function, extra_args, description


def unregister_archive_format(name):
    del archive_formats[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """
    Create an archive file and return its name: base_name with the extension of
    the format, "zip", "tar", "gztar", "bztar", "xztar" or a registered one.
    The names in it are relative to root_dir; base_dir is what goes into it.
    """
    try:
        function, extra, _ = archive_formats[format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    kwargs = {'dry_run': dry_run, 'logger': logger, 'owner': owner, 'group': group, **dict(extra)}
    base_dir = os.curdir if base_dir is None else base_dir
    back = None
    if root_dir is not None:
        if not stat.S_ISDIR(os.stat(root_dir).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, 'Not a directory', root_dir)
        if getattr(function, 'supports_root_dir', False):
            base_name = os.fspath(base_name)
            kwargs['root_dir'] = root_dir
        else:
            back = os.getcwd()
            if logger is not None:
                logger.debug("changing into '%s'", root_dir)
            base_name = os.path.abspath(base_name)
            if not dry_run:
                os.chdir(root_dir)
    try:
        return function(base_name, base_dir, **kwargs)
    finally:
        if back is not None:
            if logger is not None:
                logger.debug("changing back to '%s'", back)
            os.chdir(back)


def unpack_tar(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        tar = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError('%s is not a compressed or uncompressed tar file' % filename)
    with tar:
        tar.extractall(extract_dir, filter=filter)


def unpack_zip(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError('%s is not a zip file' % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            name = info.filename
            if name.startswith('/') or '..' in name:
                continue
            target = os.path.join(extract_dir, *name.split('/'))
            folder = os.path.dirname(target)
            if not os.path.isdir(folder):
                os.makedirs(folder)
            if not name.endswith('/'):
                with archive.open(name, 'r') as source, open(target, 'wb') as file:
                    from shutil import copyfileobj
                    copyfileobj(source, file)


# name: (extensions, function, extra arguments, description)
unpack_formats = {
    'tar': (['.tar'], unpack_tar, [], 'uncompressed tar file'),
    'zip': (['.zip'], unpack_zip, [], 'ZIP file'),
    'gztar': (['.tar.gz', '.tgz'], unpack_tar, [], "gzip'ed tar-file"),
    'bztar': (['.tar.bz2', '.tbz2'], unpack_tar, [], "bzip2'ed tar-file"),
    'xztar': (['.tar.xz', '.txz'], unpack_tar, [], "xz'ed tar-file"),
}


def get_unpack_formats():
    """Return the supported formats for unpacking, as triples (name, extensions, description)."""
    return sorted((name, entry[0], entry[3]) for name, entry in unpack_formats.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=''):
    """Register a format for unpack_archive(): function is called with the archive and the folder."""
    taken = {ending: other for other, entry in unpack_formats.items() for ending in entry[0]}
    for ending in extensions:
        if ending in taken:
            raise RegistryError('%s is already registered for "%s"' % (ending, taken[ending]))
    if not callable(function):
        raise TypeError('The registered function must be a callable')
    unpack_formats[name] = extensions, function, [] if extra_args is None else extra_args, description


def unregister_unpack_format(name):
    """Remove the format from the registry."""
    del unpack_formats[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """
    Unpack an archive into a folder, the current one by default. The format is
    found by the extension of the name if it is not given.
    """
    extract_dir = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
    filename = os.fspath(filename)
    if format is None:
        format = next((name for name, entry in unpack_formats.items() if filename.endswith(tuple(entry[0]))), None)
        if format is None:
            raise ReadError("Unknown archive format '{0}'".format(filename))
    elif format not in unpack_formats:
        raise ValueError("Unknown unpack format '{0}'".format(format))
    _, function, extra, _ = unpack_formats[format]
    kwargs = dict(extra)
    if filter is not None:
        kwargs['filter'] = filter
    function(filename, extract_dir, **kwargs)
