"""How the interpreter was built and where it keeps its files. It is one static binary: there is no build configuration, so
most variables have no value."""
import os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path', 'get_path_names',
           'get_paths', 'get_platform', 'get_python_version', 'get_scheme_names', 'parse_config_h']

_PATHS = {
    'posix_prefix': {
        'stdlib': '{base}/lib/python{version}', 'platstdlib': '{base}/lib/python{version}',
        'purelib': '{base}/lib/python{version}/site-packages', 'platlib': '{base}/lib/python{version}/site-packages',
        'include': '{base}/include/python{version}', 'scripts': '{base}/bin', 'data': '{base}',
    },
}


def get_python_version():
    """"3.13"."""
    return '%d.%d' % sys.version_info[:2]


def get_platform():
    """"linux-x86_64"."""
    machine = os.uname().machine
    return f'{sys.platform}-{machine}'


def get_config_vars(*names):
    """All variables as a dict, or the values of some as a list."""
    variables = {
        'prefix': sys.prefix, 'exec_prefix': sys.exec_prefix, 'base': sys.base_prefix, 'platbase': sys.base_exec_prefix,
        'installed_base': sys.base_prefix, 'py_version': sys.version.split()[0], 'py_version_short': get_python_version(),
        'py_version_nodot': '%d%d' % sys.version_info[:2], 'EXT_SUFFIX': None, 'SOABI': None, 'Py_DEBUG': 0,
        'Py_GIL_DISABLED': 0, 'HAVE_FORK': 0,
    }
    if names:
        return [variables.get(n) for n in names]
    return variables


def get_config_var(name):
    return get_config_vars().get(name)


def get_scheme_names():
    return tuple(sorted(_PATHS))


def get_default_scheme():
    return 'posix_prefix'


def get_preferred_scheme(key):
    return 'posix_prefix'


def get_path_names():
    return tuple(_PATHS['posix_prefix'])


def get_paths(scheme='posix_prefix', vars=None, expand=True):
    """The folders of an installation."""
    paths = _PATHS[scheme]
    if not expand:
        return dict(paths)
    values = {'base': sys.base_prefix, 'version': get_python_version(), **(vars or {})}
    return {name: path.format(**values) for name, path in paths.items()}


def get_path(name, scheme='posix_prefix', vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def is_python_build(check_home=None):
    return False


def get_makefile_filename():
    return os.path.join(get_path('platstdlib'), 'config', 'Makefile')


def get_config_h_filename():
    return os.path.join(get_path('include'), 'pyconfig.h')


def parse_config_h(fp, vars=None):
    """The #define lines of a header as a dict."""
    found = vars if vars is not None else {}
    for line in fp:
        words = line.split(None, 2)
        if len(words) >= 2 and words[0] == '#define':
            text = words[2].strip() if len(words) > 2 else ''
            try:
                found[words[1]] = int(text)
            except ValueError:
                found[words[1]] = text
    return found
